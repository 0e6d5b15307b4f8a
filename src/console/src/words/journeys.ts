export const journeys = {
  zh: {
    title: '旅程', lead: '每条旅程是一张流程图，引擎照图执行。', none: '还没有部署旅程', noneHint: '到「流程设计」新建或打开一张流程图，检查后部署，它就会出现在这里。', toModeler: '去流程设计',
    version: '版本 {n}', latest: '最新', versions: '{n} 个版本', deployed: '部署于 {at}', allVersions: '全部版本', edit: '编辑流程',
    running: '进行中', finished: '已完成', ended: '已中止', incidents: '故障',
    diagram: '流程图', fit: '适应窗口', zoomIn: '放大', zoomOut: '缩小', legend: '图例', clickHint: '点击节点，查看停在那里的客户。',
    instances: '旅程实例', state: '状态', element: '所在节点', anyElement: '任意节点', customer: '客户', at: '停在', started: '开始', ended_: '结束', noInstances: '没有符合条件的实例', noInstancesHint: '换一个状态或节点试试；新客户进入旅程后会出现在最上面。', clear: '清除筛选', instance: '实例', noCustomer: '（无客户）',
    instanceTitle: '{name} · {customer}', path: '走过的路径', taken: '走过', here: '停在这里', broken: '有故障',
    waits: '正在等待', noWaits: '没有在等待的事情。', wait: {
      TIMER: '等到 {until}（{distance}）', TIMER_DUE: '{until} 已到期，正在触发', MESSAGE: '等待「{message}」', JOB: '等待系统处理「{job}」', JOB_BACKOFF: '「{job}」将在 {until} 重试（{distance}）', JOB_FAILED: '「{job}」重试次数已用完', USER_TASK: '等待人工处理', retries: '剩余重试 {n} 次',
    },
    message: { 'customer-added': '客户添加好友', 'customer-replied': '客户回复', 'coupon-used': '使用优惠券', 'order-paid': '订单付款', 'order-refunded-fully': '订单全额退款', 'customer-left': '客户离开', 'first-order-wanted': '进入首单旅程', 'repurchase-wanted': '进入复购旅程', 'customer-dormant': '客户沉睡' },
    job: { 'send-message': '发消息', 'issue-coupon': '发优惠券', 'mark-tags': '打标签', 'set-stage': '改阶段', 'look-up-orders': '查订单', 'assess-first-order': '核算首单', 'plan-repurchase': '规划复购', 'hand-over': '移交旅程' },
    touches: '触达记录', noTouches: '这次旅程还没有触达。', openIncidents: '故障', resolved: '{at} 已解决', retry: '重试', retried: '已安排重试，结果会在几秒内出现。', mayNot: '你的角色不能重试故障，请联系运营。',
    variables: '变量', variable: '变量', value: '值', updated: '更新于', noVariables: '没有变量。', history: '经过', open: '打开客户', noneFound: '没有这条记录', engineKey: '引擎编号 {key}',
  },
  en: {
    title: 'Journeys', lead: 'Every journey is a drawing, and the engine executes the drawing.', none: 'No journey is deployed', noneHint: 'Create or open a drawing in the modeler, check it and deploy it: then it appears here.', toModeler: 'Open the modeler',
    version: 'Version {n}', latest: 'latest', versions: '{n} versions', deployed: 'deployed {at}', allVersions: 'All versions', edit: 'Edit drawing',
    running: 'Running', finished: 'Finished', ended: 'Ended early', incidents: 'Incidents',
    diagram: 'Drawing', fit: 'Fit to window', zoomIn: 'Zoom in', zoomOut: 'Zoom out', legend: 'Legend', clickHint: 'Click an element to see the customers who are there.',
    instances: 'Runs', state: 'State', element: 'At element', anyElement: 'Any element', customer: 'Customer', at: 'Is at', started: 'Started', ended_: 'Ended', noInstances: 'No run matches', noInstancesHint: 'Try another state or element; a new customer appears at the top.', clear: 'Clear filters', instance: 'Run', noCustomer: '(no customer)',
    instanceTitle: '{name} · {customer}', path: 'Path taken', taken: 'Taken', here: 'Is here', broken: 'Incident',
    waits: 'Waiting for', noWaits: 'Nothing is being waited for.', wait: {
      TIMER: 'Until {until} ({distance})', TIMER_DUE: 'Was due at {until}, about to fire', MESSAGE: 'Until “{message}” arrives', JOB: 'For the system to do “{job}”', JOB_BACKOFF: '“{job}” is tried again at {until} ({distance})', JOB_FAILED: '“{job}” has no retries left', USER_TASK: 'For a person to decide', retries: '{n} retries left',
    },
    message: { 'customer-added': 'customer added us', 'customer-replied': 'customer replied', 'coupon-used': 'coupon used', 'order-paid': 'order paid', 'order-refunded-fully': 'order fully refunded', 'customer-left': 'customer left', 'first-order-wanted': 'first order wanted', 'repurchase-wanted': 'repurchase wanted', 'customer-dormant': 'customer fell asleep' },
    job: { 'send-message': 'send message', 'issue-coupon': 'issue coupon', 'mark-tags': 'mark tags', 'set-stage': 'set stage', 'look-up-orders': 'look up orders', 'assess-first-order': 'assess first order', 'plan-repurchase': 'plan repurchase', 'hand-over': 'hand over' },
    touches: 'Touches', noTouches: 'No touch was asked for in this run yet.', openIncidents: 'Incidents', resolved: 'resolved {at}', retry: 'Retry', retried: 'Retry is on its way; the result shows within seconds.', mayNot: 'Your role may not retry incidents; ask a designer.',
    variables: 'Variables', variable: 'Variable', value: 'Value', updated: 'Updated', noVariables: 'No variables.', history: 'Steps', open: 'Open customer', noneFound: 'There is no such record', engineKey: 'engine key {key}',
  },
};
