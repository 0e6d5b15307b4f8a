/** The texts of the token simulation; a key that ends with * begins like the text. */
export const simulationWords: Record<string, string> = {
  'Token Simulation': '模拟令牌', 'Toggle Simulation Log': '模拟记录', 'Simulation Log': '模拟记录', 'No Entries': '还没有记录', Close: '关闭', 'Reset Simulation': '重新开始', 'Play/Pause Simulation': '播放／暂停', 'Pause Simulation': '已暂停', 'Play Simulation': '继续播放', 'Found unsupported elements': '有不能模拟的元素', 'Not supported': '不能模拟', Finished: '已走完',
  'Set Sequence Flow': '选择走哪条线', 'Add pause point': '添加暂停点', 'Remove pause point': '取消暂停点', 'Trigger Event': '触发',
  'Set animation speed = Slow': '慢速', 'Set animation speed = Normal': '正常速度', 'Set animation speed = Fast': '快速', 'Focus process instance *': '只看这一个实例',
  'Process started': '旅程开始', 'Process finished': '旅程结束', 'Process canceled': '旅程中止', 'Process exited': '旅程退出', 'Process *': '旅程', 'Sub-process *': '子流程', 'Subprocess *': '子流程',
  'Service Task': '服务任务', 'User Task': '人工任务', 'Call Activity': '调用活动', 'Script Task': '脚本任务', 'Business Rule Task': '业务规则任务', 'Manual Task': '手工任务', 'Receive Task': '接收任务', 'Send Task': '发送任务', Task: '任务', 'Exclusive Gateway': '排他网关', 'Parallel Gateway': '并行网关', 'Inclusive Gateway': '包容网关', 'Start Event': '开始', 'Intermediate Event': '中间事件', 'Boundary Event': '边界事件', 'End Event': '结束',
};
