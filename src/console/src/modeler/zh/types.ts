/** What the head of the properties panel calls an element: every kind of event, and the rest by name. */
const KINDS = {
  Message: '消息', Timer: '定时', Signal: '信号', Error: '错误', Escalation: '升级', Conditional: '条件', Link: '链接', Compensation: '补偿',
  Compensate: '补偿', Cancel: '取消', Terminate: '终止', '': '',
};
const EVENTS = {
  'Start Event': '开始事件', 'End Event': '结束事件', 'Intermediate Catch Event': '中间捕获事件', 'Intermediate Throw Event': '中间抛出事件', 'Boundary Event': '边界事件',
};

/** Menus write "Message start event" where the panel writes "Message Start Event". */
const sentence = (words: string) => words.charAt(0) + words.slice(1).toLowerCase();

const events = Object.entries(KINDS).flatMap(([kind, word]) =>
  Object.entries(EVENTS).flatMap(([event, name]) => {
    const key = `${kind} ${event}`.trim();
    const inMenu = sentence(key);
    return [
      [key, word + name], [inMenu, word + name],
      [`${key} (Non Interrupting)`, `${word}${name}（不中断）`], [`${inMenu} (non-interrupting)`, `${word}${name}（不中断）`],
    ];
  }));

export const types: Record<string, string> = {
  ...Object.fromEntries(events),
  Process: '流程', Collaboration: '协作', Participant: '参与者', Lane: '泳道', Group: '分组', Task: '任务', 'User Task': '用户任务', 'Service Task': '服务任务',
  'Send Task': '发送任务', 'Receive Task': '接收任务', 'Manual Task': '手工任务', 'Script Task': '脚本任务', 'Business Rule Task': '业务规则任务', 'Call Activity': '调用活动',
  'Sub Process': '子流程', 'Event Sub Process': '事件子流程', 'Ad Hoc Sub Process': '临时子流程', Transaction: '事务', 'Exclusive Gateway': '排他网关', 'Parallel Gateway': '并行网关',
  'Inclusive Gateway': '包容网关', 'Complex Gateway': '复杂网关', 'Event Based Gateway': '事件网关', 'Sequence Flow': '顺序流', 'Default Flow': '默认流', 'Conditional Flow': '条件流',
  'Receive task': '接收任务', 'Manual task': '手工任务', 'Business rule task': '业务规则任务', 'Call activity': '调用活动', 'Exclusive gateway': '排他网关',
  'Sub-process (collapsed)': '子流程（折叠）', 'Sub-process (expanded)': '子流程（展开）', 'Create expanded sub-process': '创建展开的子流程', 'Create data object reference': '创建数据对象',
  'Create data store reference': '创建数据存储', 'Connect using association': '用关联连接', 'Connect using data input association': '用数据关联连接',
  'Connect using sequence/message flow or association': '用顺序流、消息流或关联连接', 'Data object reference': '数据对象', 'Data store reference': '数据存储',
  'Message Flow': '消息流', Association: '关联', 'Data Input Association': '数据输入关联', 'Data Output Association': '数据输出关联', 'Text Annotation': '文字注释',
  'Data Object Reference': '数据对象', 'Data Store Reference': '数据存储', 'Data Object': '数据对象', 'Data Store': '数据存储',
};
