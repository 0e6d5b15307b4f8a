export const tags = {
  zh: {
    title: '标签', lead: '企业微信的企业标签，按六组管理；在这里改的会写到企业微信，同事在企业微信里改的会流回来。',
    sync: '全部同步', synced: '列表已更新，{n} 位客户的标签排队核对', create: '新建标签', created: '已建立', deleted: '已删除', renamed: '已改名',
    count: '共 {n} 个标签，上限 {limit}', listed: '列表取自 {at}', never: '还没有取过列表', looks: '{n} 位客户的标签待核对', problem: '上次没有取到列表：{why}，稍后自动重试',
    family: { FOLLOW_UP: '客户走到哪一步，例如 跟进/已首单', SOURCE: '从哪个渠道来，例如 来源/门店', ATTRIBUTE: '客户的属性与层级', PRODUCT: '买过或关心的产品类型', CONTENT: '看过的内容类型', CAMPAIGN: '参加过的活动' },
    empty: '还没有标签；旅程用到时会自动建立', wearers: '{n} 位客户', addHere: '加标签', rename: '改名', remove: '删除',
    sure: '删除“{name}”？{n} 位客户身上的这个标签会一起消失。', sureGroup: '删除“{name}”和其中 {n} 个标签？',
    group: '标签组', names: '标签', namesHint: '多个标签用逗号或换行分开，每个最多 30 个字。名称以 跟进/ 来源/ 层级/ 产品/ 内容/ 活动/ 开头的标签，旅程会自动归到对应的组。', fill: '请填写标签组和至少一个标签，名称最多 30 个字', save: '保存', renameTitle: '给“{name}”改名', newName: '新名称',
  },
  en: {
    title: 'Tags', lead: 'The corp tags of WeCom in six groups. What is changed here is written to WeCom; what colleagues change there flows back.',
    sync: 'Sync all', synced: 'The list is fresh; the tags of {n} customers are being looked at', create: 'New tags', created: 'Created', deleted: 'Deleted', renamed: 'Renamed',
    count: '{n} tags of at most {limit}', listed: 'list of {at}', never: 'the list was never fetched', looks: '{n} customers to be looked at', problem: 'The list was not fetched last time: {why}. It is tried again.',
    family: { FOLLOW_UP: 'How far a customer has come', SOURCE: 'Which channel they came from', ATTRIBUTE: 'What the customer is like, also layers', PRODUCT: 'Kinds of products bought or asked for', CONTENT: 'Kinds of content seen', CAMPAIGN: 'Campaigns taken part in' },
    empty: 'No tags yet; journeys create what they need', wearers: '{n} customers', addHere: 'Add tags', rename: 'Rename', remove: 'Delete',
    sure: 'Delete “{name}”? {n} customers lose it.', sureGroup: 'Delete “{name}” with its {n} tags?',
    group: 'Group', names: 'Tags', namesHint: 'Several tags with commas or line breaks between, at most 30 characters each. Journeys put tags that begin with 跟进/ 来源/ 层级/ 产品/ 内容/ 活动/ into the group of that family.', fill: 'Give a group and at least one tag, names of at most 30 characters', save: 'Save', renameTitle: 'Rename “{name}”', newName: 'New name',
  },
};
