import type { Sentence } from './sentence.ts';

/** Why a request to the API is not carried out, where it is neither a refusal nor a read error. */
const API_PROBLEMS = {
  UNEXPECTED: { zh: '系统内部错误，请凭请求号联系管理员。', en: 'Unexpected error.' },
  STORE_UNAVAILABLE: {
    zh: '事件库暂时无法访问，没有确认写入。请以同一请求号重试。',
    en: 'The event store is out of reach for now; try again with the same request id.',
  },
  STORE_FULL: {
    zh: '事件库已满，本次没有写入。请联系管理员。',
    en: 'The event store is full and nothing was written; tell an administrator.',
  },
  TIMEOUT: {
    zh: '查询尚未更新到所要求的位置，请稍后重试。',
    en: 'Queries have not come that far yet; ask again in a moment.',
  },
  READ_MODELS_REBUILDING: {
    zh: '查询库正在重建，请稍后再查。',
    en: 'The read tables are being rebuilt; ask again in a moment.',
  },
  BAD_CURSOR: {
    zh: '游标无效，请从头查询。',
    en: 'The cursor is none of ours; ask from the beginning.',
  },
  UNAUTHENTICATED: { zh: '请先登录。', en: 'Sign in first.' },
  FORBIDDEN: { zh: '所任岗位无此权限。', en: 'None of your posts may do this.' },
  NOT_FOUND: { zh: '没有，或无权查看。', en: 'Not there, or not yours to see.' },
  BAD_INPUT: { zh: '参数有误。', en: 'An argument is wrong.' },
  TOO_SLOW: {
    zh: '推送积压过多，请重新订阅。',
    en: 'Too many pushes wait unread; subscribe again.',
  },
  'only-post': {
    zh: '只接受 POST 请求。',
    en: 'Only POST is taken.',
  },
  'only-json': {
    zh: '请求的 Content-Type 须为 application/json。',
    en: 'The Content-Type must be application/json.',
  },
  'body-too-large': {
    zh: '请求过大，或未注明 Content-Length。',
    en: 'The request is too large, or does not say its Content-Length.',
  },
  'sign-in-needed': { zh: '请先登录。', en: 'Sign in first.' },
  'post-needed': { zh: '任有岗位者方可上传。', en: 'Only holders of a post may upload.' },
  'attachment-not-there': {
    zh: '没有此附件，或无权查看。',
    en: 'There is no such attachment, or it is not yours to see.',
  },
  'route-not-there': { zh: '没有此地址。', en: 'There is nothing at this address.' },
} as const satisfies Record<string, Sentence>;

export type ApiProblem = keyof typeof API_PROBLEMS;

export function apiProblemSentences(problem: ApiProblem): Sentence {
  return API_PROBLEMS[problem];
}
