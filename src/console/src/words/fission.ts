export const fission = {
  zh: {
    title: '裂变', lead: '老客户用自己的海报带来新好友。好友先经筛查再算数；奖励每档一次，不超预算；好友离开，奖励收回。',
    start: '开始活动', mayNot: '只有运营和负责人可以开始活动', none: '还没有裂变活动', noneHint: '先定好奖励和预算，再按标签或层级选择邀请人。',
    state: { RUNNING: '进行中', STOPPED: '已停止' }, inviter: { CHOSEN: '等待开始', STARTED: '已开始', POSTED: '海报已交导购', SETTLED: '已收尾' },
    span: '{from} 至 {to}，之后观察 {days} 天', funnel: { invited: '邀请人', posted: '海报', helpers: '好友', valid: '有效', rewards: '奖励' }, cost: '每个有效好友的成本',
    budget: '已用 {spent}，预算 {budget}', others: '无效 {invalid}，收回或挂账 {back}', detail: '查看', suspects: '{n} 位好友待判断',
    name: '活动名称', from: '开始', to: '结束', watch: '观察天数', budgetYuan: '预算（元）', levels: '奖励', needs: '有效好友', template: '券模板', yuan: '成本（元）', addLevel: '加一档', dropLevel: '减一档',
    tags: '客户标签', tagsHint: '不选：不限标签', layers: '客户层级', layersHint: '不选：不限层级', most: '最多邀请人数', reaches: '将邀请 {n} 位客户，在一小时内陆续开始', started: '活动已开始', done: '已完成',
    level: '{n} 位有效好友：{template}（{cost}）', toDecide: '待判断的好友', noSuspects: '没有需要判断的好友', valid: '算有效', invalid: '不算', why: '理由', inviters: '邀请人', counts: '有效 {valid} / 好友 {helpers}，奖励 {rewards}，{cost}', stop: '停止活动',
  },
  en: {
    title: 'Fission', lead: 'Customers bring new friends with posters of their own. Friends are screened before they count; each reward is paid once and within the budget; when friends leave, it is taken back.',
    start: 'Start a campaign', mayNot: 'Only operations and managers may start one', none: 'No campaigns yet', noneHint: 'Decide rewards and budget, then choose inviters by tag or layer.',
    state: { RUNNING: 'Running', STOPPED: 'Stopped' }, inviter: { CHOSEN: 'not begun', STARTED: 'begun', POSTED: 'poster with staff', SETTLED: 'settled' },
    span: '{from} to {to}, then watched for {days} days', funnel: { invited: 'Inviters', posted: 'Posters', helpers: 'Helpers', valid: 'Valid', rewards: 'Rewards' }, cost: 'Cost per valid helper',
    budget: '{spent} of {budget} used', others: '{invalid} invalid, {back} taken back or owed', detail: 'Details', suspects: '{n} helpers to decide',
    name: 'Name', from: 'From', to: 'To', watch: 'Days watched', budgetYuan: 'Budget (yuan)', levels: 'Rewards', needs: 'Valid helpers', template: 'Coupon template', yuan: 'Cost (yuan)', addLevel: 'Add a level', dropLevel: 'Drop a level',
    tags: 'Customer tags', tagsHint: 'None: any', layers: 'Customer layers', layersHint: 'None: any', most: 'Inviters at most', reaches: 'Asks {n} customers, spread over an hour', started: 'Started', done: 'Done',
    level: '{n} valid helpers: {template} ({cost})', toDecide: 'Helpers to decide', noSuspects: 'Nobody to decide about', valid: 'Counts', invalid: 'Does not count', why: 'Reason', inviters: 'Inviters', counts: '{valid} valid of {helpers}, {rewards} rewards, {cost}', stop: 'Stop the campaign',
  },
};
