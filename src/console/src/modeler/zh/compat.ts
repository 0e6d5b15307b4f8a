/** What each of Camunda's rules for engine 8.5 means for the person who draws. */
export const compatWords: Record<string, string> = {
  'ad-hoc-sub-process': '临时子流程要有内容', 'called-element': '调用活动要写明流程', 'connector-properties': '连接器的属性没填全', 'duplicate-task-headers': '任务的字段名重复', 'element-type': '引擎 8.5 不认识这种元素',
  'error-reference': '错误事件要写明错误码', 'escalation-boundary-event-attached-to-ref': '升级事件只能放在子流程或调用活动边上', 'escalation-reference': '升级事件要写明升级码', 'event-based-gateway-target': '事件网关后面只能接消息、定时等等待事件', 'executable-process': '图里要有一个可执行的流程',
  feel: '表达式读不懂', 'feel-compatibility': '引擎 8.5 没有这个表达式函数', implementation: '任务要写明由谁执行', 'inclusive-gateway': '引擎 8.5 不能汇合包容网关', 'io-mapping': '输入输出映射没填全', 'link-event': '链接事件要成对并有名称', 'loop-characteristics': '多实例要写明集合',
  'message-reference': '消息事件要写明消息', 'no-binding-type': '引擎 8.5 不能绑定版本', 'no-business-id': '引擎 8.5 没有业务编号', 'no-cancel-execution-listener': '引擎 8.5 没有取消监听器', 'no-before-all-execution-listener': '引擎 8.5 没有执行监听器', 'no-execution-listener-headers': '引擎 8.5 没有监听器字段', 'no-execution-listeners': '引擎 8.5 没有执行监听器', 'no-expression': '这里不能写表达式', 'no-job-priority-definition': '引擎 8.5 没有任务优先级', 'no-loop': '循环里没有等待，会一直转', 'no-multiple-none-start-events': '只能有一个普通的开始',
  'no-candidate-users': '引擎不支持候选人', 'no-priority-definition': '引擎 8.5 没有人工任务优先级', 'no-propagate-all-parent-variables': '引擎不能关闭变量传递', 'no-signal-event-sub-process': '引擎不支持信号事件子流程', 'no-task-listeners': '引擎 8.5 没有任务监听器', 'no-task-schedule': '引擎不支持任务日程', 'no-template': '引擎不支持元素模板', 'no-version-tag': '引擎 8.5 没有版本标签', 'no-zeebe-properties': '引擎不支持扩展属性', 'no-zeebe-user-task': '引擎不支持原生人工任务', 'collapsed-subprocess': '引擎不支持折叠的子流程',
  secrets: '密钥的写法不对', 'sequence-flow-condition': '从网关出去的线要有条件，或设为默认', 'signal-reference': '信号事件要写明信号', 'start-event-form': '引擎 8.5 不支持这样的开始表单', subscription: '消息要有关联键', 'task-schedule': '任务的日期写法不对', timer: '定时的写法不对', 'user-task-definition': '人工任务建议用原生任务', 'user-task-form': '人工任务的表单没写明', 'variable-name': '变量名只能用字母、数字和下划线', 'wait-for-completion': '要写明是否等待完成',
  'start-event-required': '要有开始事件', 'conditional-event': '条件事件要写明条件', 'event-based-gateway': '事件网关至少接两个等待事件', 'event-sub-process-typed-start-event': '事件子流程的开始要写明等什么', 'no-duplicate-sequence-flows': '两点之间画了两条一样的线', 'sub-process-blank-start-event': '子流程的开始不能有类型', 'single-blank-start-event': '只能有一个普通的开始',
};

/** In words of operations; the rule's id has the plugin's name before it. */
export function compatSentence(rule: string): string {
  const id = rule.split('/').at(-1) ?? rule;
  return compatWords[id] ?? `引擎 8.5 兼容性：${id}`;
}
