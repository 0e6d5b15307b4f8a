const SCHEMA = 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json';
const header = (key, label, value = '') => ({ label, type: 'String', value, binding: { type: 'zeebe:taskHeader', key }, constraints: { notEmpty: true } });
const template = (type, name, description, ...properties) => ({
  $schema: SCHEMA, id: `dev.siyu.${type}`, version: 1, name, description, appliesTo: ['bpmn:Task', 'bpmn:ServiceTask'], elementType: { value: 'bpmn:ServiceTask' },
  properties: [{ type: 'Hidden', value: type, binding: { type: 'zeebe:taskDefinition', property: 'type' } }, ...properties],
});

/** Element templates as the app makes them from the workers' descriptors. */
export const templates = [
  template('send-message', '发消息', '建一个群发任务，由导购在企业微信里确认', header('content', '内容编号')),
  template('issue-coupon', '发优惠券', '把一张券放进客户的商城账户', header('template', '券模板'), header('validDays', '有效天数', '7')),
  template('mark-tags', '打标签', '给客户加上或去掉标签', header('add', '加上'), { ...header('remove', '去掉'), constraints: undefined, optional: true }),
];
