/** What demo officers write where nothing particular happens. */
export const PHRASES = {
  ready: '材料齐全、符合形式要求，预审通过。',
  question: (item: string) => `请就“${item}”依本部门职责提出意见，逾期请说明原因。`,
  agreed: '无不同意见。',
  handled: '经审查，材料齐全，符合法定条件和技术标准，拟同意。',
  reviewed: { approve: '审核无误，同意承办意见。', reject: '承办意见依据充分，同意。' },
  superior: '浙江省相应主管部门',
  report: (item: string) => `丽报〔2026〕${item}`,
  answer: (item: string) => `省复〔2026〕${item}`,
  rejection: '不予行政许可决定书',
  receipt: (item: string) => `电子签收回执 ${item}`,
} as const;
