/** The texts of the editor of decision tables. */
const columns: Record<string, string> = {
  'Add input': '添加输入', 'Add output': '添加输出', 'Add rule': '添加规则', 'Add rule above': '在上方添加规则', 'Add rule below': '在下方添加规则',
  'Add input column left': '在左侧添加输入列', 'Add input column right': '在右侧添加输入列', 'Add output column left': '在左侧添加输出列', 'Add output column right': '在右侧添加输出列',
  'Copy input column': '复制输入列', 'Copy output column': '复制输出列', 'Copy rule': '复制规则', 'Cut input column': '剪切输入列', 'Cut output column': '剪切输出列', 'Cut rule': '剪切规则',
  'Paste input column left': '在左侧粘贴输入列', 'Paste input column right': '在右侧粘贴输入列', 'Paste output column left': '在左侧粘贴输出列', 'Paste output column right': '在右侧粘贴输出列',
  'Paste rule above': '在上方粘贴规则', 'Paste rule below': '在下方粘贴规则', 'Remove input column': '删除输入列', 'Remove output column': '删除输出列', 'Remove rule': '删除规则', 'Move rule': '移动规则', Resize: '调整宽度',
  Annotation: '备注', Annotations: '备注', And: '并且', Then: '则', When: '当', Input: '输入', Output: '输出',
  'Edit input': '编辑输入', 'Edit output': '编辑输出', 'Input expression': '输入表达式', 'Input expression: ': '输入表达式：', 'Input label': '输入名称', 'Input label: ': '输入名称：', 'Input type': '输入类型', 'Input values': '输入值',
  'Output label': '输出名称', 'Output label: ': '输出名称：', 'Output name': '输出变量', 'Output name: ': '输出变量：', 'Output type': '输出类型', 'Output values': '输出值',
  'Add cell description': '添加单元格说明', 'Remove cell description': '删除单元格说明', 'Change cell expression language': '更改单元格的表达式语言',
};
const values: Record<string, string> = {
  '"value"': '"值"', '"value", "value", ...': '"值", "值", …', 'Add predefined values': '添加预设值', 'Add values': '添加值', 'Clear predefined values': '清除预设值', 'Predefined values': '预设值', 'Custom values': '自定义值', 'No values': '没有值',
  'Boolean value': '布尔值', 'Date value': '日期值', 'Date and time value': '日期时间值', 'Duration value': '时长值', 'String value': '文本值', 'Time value': '时间值', Value: '值', Values: '值', 'Set value': '设定值',
  'Edit boolean': '编辑布尔值', 'Edit date': '编辑日期', 'Edit date and time': '编辑日期时间', 'Edit duration': '编辑时长', 'Edit number': '编辑数字', 'Edit string': '编辑文本', 'Edit time': '编辑时间',
  'Edit start date': '编辑开始日期', 'Edit end date': '编辑结束日期', 'Edit start date and time': '编辑开始日期时间', 'Edit end date and time': '编辑结束日期时间', 'Edit start time': '编辑开始时间', 'Edit end time': '编辑结束时间',
  'Start date': '开始日期', 'End date': '结束日期', 'Start date and time': '开始日期时间', 'End date and time': '结束日期时间', 'Start time': '开始时间', 'End time': '结束时间', 'Start value': '起始值', 'End value': '结束值',
  'Set date': '设定日期', 'Set date and time': '设定日期时间', 'Set duration': '设定时长', 'Set time': '设定时间', 'Use now': '用现在', 'Use today': '用今天', Date: '日期', 'Date and time': '日期时间', Time: '时间',
  Before: '之前', After: '之后', Between: '之间', Exactly: '正好', Equals: '等于', Greater: '大于', 'Greater or equals': '大于等于', Less: '小于', 'Less or equals': '小于等于', Include: '含', Exclude: '不含', Range: '区间', Comparison: '比较', 'Comparison operator': '比较符',
  'Range start operator': '区间起点', 'Range start value': '区间起始值', 'Range end operator': '区间终点', 'Range end value': '区间结束值', 'Match one': '等于其中一个', 'Match none': '都不等于', 'Test type': '条件类型', Yes: '是', No: '否',
  'Strings must be in double quotes': '文本要用双引号', 'e.g. { example } ': '例如 { example }', 'e.g. { sample }': '例如 { sample }',
  'Must match PnYnM': '格式应为 PnYnM', 'Must match PnDTnH': '格式应为 PnDTnH', 'Date must match pattern yyyy-MM-dd': '日期格式应为 yyyy-MM-dd', 'Time must match pattern hh:mm:ss[time zone]': '时间格式应为 hh:mm:ss[时区]', 'Date and time must match pattern yyyy-MM-ddTHH:mm:ss[time zone]': '日期时间格式应为 yyyy-MM-ddTHH:mm:ss[时区]',
};
const diagram: Record<string, string> = {
  'Activate hand tool': '拖动画布', 'Activate lasso tool': '框选', 'Add text annotation': '添加注释', 'Append business knowledge model': '接业务知识模型', 'Append decision': '接决策', 'Append input data': '接输入数据', 'Append knowledge source': '接知识来源',
  'Create decision': '新建决策', 'Create input data': '新建输入数据', 'Create knowledge model': '新建知识模型', 'Create knowledge source': '新建知识来源', 'Connect to other element': '连到别的元素', 'Change type': '更改类型', Delete: '删除', Edit: '编辑', Empty: '空', 'Decision table': '决策表', 'Literal expression': '表达式', 'Literal Expression': '表达式',
  'Decision name': '决策名称', 'Decision name: ': '决策名称：', 'Definition ID': '文件 ID', 'Definition name': '文件名称', 'Element name': '元素名称', name: '名称', 'Open decision table': '打开决策表', 'Open literal expression': '打开表达式', 'Search in diagram': '在图里查找', 'View DRD': '看决策图',
  'Element must have ID.': '要有 ID。', 'Element must have unique ID.': 'ID 不能重复。',
};
const expressions: Record<string, string> = {
  'Enter expression': '输入表达式', Expression: '表达式', 'Expression language': '表达式语言', 'Expression language:': '表达式语言：', 'Expression language: {expressionLanguageLabel}': '表达式语言：{expressionLanguageLabel}', 'Editing not supported for set expression language': '这种表达式语言不能在这里编辑', 'Literal expression editor': '表达式编辑器',
  'Add parameter': '添加参数', 'Remove parameter': '删除参数', 'Edit formal parameters': '编辑参数', 'Edit function kind': '编辑函数类型', 'Function kind: {kind}': '函数类型：{kind}', Kind: '类型', Type: '类型',
  'Variable name': '变量名', 'Variable name:': '变量名：', 'Variable type': '变量类型', 'Variable type:': '变量类型：',
  string: '文本', integer: '整数', long: '长整数', double: '小数', boolean: '是/否', number: '数字', date: '日期', time: '时间', dateTime: '日期时间', dayTimeDuration: '时长（天时分）', yearMonthDuration: '时长（年月）', Any: '任意',
};
const policies: Record<string, string> = {
  'Hit policy': '命中策略', 'Hit policy:': '命中策略：', Unique: '唯一', First: '第一条', Priority: '优先级', Collect: '收集', 'Collect (Sum)': '收集（求和）', 'Collect (Min)': '收集（最小）', 'Collect (Max)': '收集（最大）', 'Collect (Count)': '收集（计数）', 'Rule order': '规则顺序', 'Output order': '输出顺序',
  'No overlap is possible and all rules are disjoint. Only a single rule can be matched': '规则互不重叠，只会命中一条', 'Rules may overlap. The first matching rule will be chosen': '规则可以重叠，从上往下第一条命中的生效', 'Rules may overlap. The one with the highest priority will be chosen': '规则可以重叠，优先级最高的生效',
  'Rules may overlap. Their output have to match': '规则可以重叠，但结果必须相同', 'Collects the values of all matching rules': '收集所有命中规则的值', 'Collects the values of all matching rules and sums up to a single value': '把所有命中规则的值相加',
  'Collects the values of all matching rules and uses the lowest value': '取所有命中规则的最小值', 'Collects the values of all matching rules and uses the highest value': '取所有命中规则的最大值', 'Collects the values of all matching rules and counts the number of them': '数命中了几条规则',
  'Collects the values of all matching rules in rule order': '按规则顺序收集所有命中规则的值', 'Collects the values of all matching rules in decreasing output priority order': '按结果的优先级从高到低收集',
};

export const decisions: Record<string, string> = { ...columns, ...values, ...diagram, ...expressions, ...policies };
/** Texts that the editor does not hand to translate. */
export const fixed: Record<string, string> = { 'Move Input': '移动输入列', 'Move Output': '移动输出列', Input: '输入', Output: '输出' };
