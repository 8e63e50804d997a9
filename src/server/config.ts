import { z } from 'zod';
import type { Sentence } from '../wording/sentence.ts';
import { SIGNING_ALGORITHMS } from './sign-in/token-verifier.ts';

const algorithms = z
  .string()
  .default('EdDSA,ES256,RS256')
  .transform((list) => list.split(',').map((name) => name.trim()))
  .pipe(z.array(z.enum(SIGNING_ALGORITHMS)).min(1));

/** What the production start reads from the environment. */
const environment = z.object({
  COUNTERSIGN_HOST: z.string().min(1).default('127.0.0.1'),
  COUNTERSIGN_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  COUNTERSIGN_JWKS_URL: z.url(),
  COUNTERSIGN_ISSUER: z.string().min(1),
  COUNTERSIGN_AUDIENCE: z.string().min(1),
  COUNTERSIGN_ALGORITHMS: algorithms,
  COUNTERSIGN_MASTER_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .transform((text) => new Uint8Array(Buffer.from(text, 'hex')))
    .optional(),
  COUNTERSIGN_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

export type Config = z.infer<typeof environment>;

const WANTED: Readonly<Record<keyof Config, Sentence>> = {
  COUNTERSIGN_HOST: { zh: '监听地址', en: 'the address to listen on' },
  COUNTERSIGN_PORT: { zh: '端口，0 到 65535', en: 'a port, 0 to 65535' },
  COUNTERSIGN_JWKS_URL: {
    zh: '登录服务公布公钥的网址（JWKS）',
    en: "the URL of the sign-in provider's keys (JWKS)",
  },
  COUNTERSIGN_ISSUER: { zh: '令牌的签发者', en: 'the issuer of tokens' },
  COUNTERSIGN_AUDIENCE: { zh: '令牌的受众', en: 'the audience of tokens' },
  COUNTERSIGN_ALGORITHMS: {
    zh: `以逗号分隔的算法，可选 ${SIGNING_ALGORITHMS.join('、')}`,
    en: `algorithms, separated by commas, among ${SIGNING_ALGORITHMS.join(', ')}`,
  },
  COUNTERSIGN_MASTER_KEY: {
    zh: '64 位小写十六进制（32 字节），用来加密各人的密钥；可不设',
    en: '64 lower-case hexadecimal digits (32 bytes) that wrap the keys of persons; may be absent',
  },
  COUNTERSIGN_LOG_LEVEL: { zh: 'debug、info、warn 或 error', en: 'debug, info, warn or error' },
};

export type ConfigRead =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly Sentence[] };

/** Reads the environment; all mistakes at once, one sentence each. */
export function readConfig(env: NodeJS.ProcessEnv): ConfigRead {
  const read = environment.safeParse(env);
  if (read.success) return { ok: true, config: read.data };
  const names = new Set(read.error.issues.map((issue) => issue.path[0] as keyof Config));
  const problems = [...names].map((name) => ({
    zh: `环境变量 ${name} 缺失或有误，应为${WANTED[name].zh}。`,
    en: `The environment variable ${name} is missing or wrong; it must be ${WANTED[name].en}.`,
  }));
  return { ok: false, problems };
}
