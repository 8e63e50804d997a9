import type { Sentence } from './sentence.ts';

/** Why a token opens no door, for the person who sent it. */
const SIGN_IN_PROBLEMS = {
  'malformed-header': {
    zh: '登录凭证的格式不对，应为“Authorization: Bearer 令牌”。',
    en: 'The credential is malformed; send "Authorization: Bearer <token>".',
  },
  'not-trusted': {
    zh: '登录凭证不可信（签发者、受众、算法或签名不符），请重新登录。',
    en: 'The token is not trusted (issuer, audience, algorithm or signature); sign in again.',
  },
  expired: { zh: '登录已过期，请重新登录。', en: 'The sign-in has expired; sign in again.' },
  'person-unknown': {
    zh: '登录成功，但本系统没有登记此人，请联系管理员。',
    en: 'Signed in, but this system knows no such person; ask an administrator.',
  },
  'keys-out-of-reach': {
    zh: '暂时无法取得登录服务的公钥，请稍后重试。',
    en: "The sign-in provider's keys are out of reach for now; try again later.",
  },
} as const satisfies Record<string, Sentence>;

export function signInSentences(problem: keyof typeof SIGN_IN_PROBLEMS): Sentence {
  return SIGN_IN_PROBLEMS[problem];
}
