export const products = {
  zh: {
    title: '产品', lead: '产品矩阵：引流品带来首单，明星品带来复购，个性化与贵族产品留住人。旅程按类别引用产品，取该类排位最前的一个。',
    kind: { TRAFFIC: '引流', STAR: '明星', PERSONAL: '个性化', NOBLE: '贵族' },
    none: '产品矩阵还是空的', noneHint: '添加第一个明星品，再添加带向它的引流品。', add: '添加或修改产品',
    price: '价格', margin: '毛利', stock: '库存', units: '{n} 件', unknown: '未申请', leadsTo: '带向 {name}', first: '旅程引用', checks: '引流品五项检查', passed: '{n}/5 通过',
    goods: { title: '商城价格与库存', lead: '定时从商城读取在售商品，商家编码与产品编号相同的放在一起。所有商城都没有库存的产品，旅程会跳过并改推同类的下一个；同类都没有库存时，消息里写“好物”。', mall: { mall: '自有商城', wxstore: '微信小店', youzan: '有赞' }, looked: '{at} 读取，{n} 个规格', never: '还没有读取过', problem: '上次没有读完：{why}，稍后自动重试', look: '现在读取', asked: '正在读取，稍后刷新', at: '{mall}：{price}，库存 {stock}', out: '所有商城都没有库存，旅程会跳过它' },
    check: { related: '强关联', broad: '普适', sustainable: '可持续', valuable: '有价值', cheap: '低价' },
    requests: '价格与库存申请', ask: '申请价格与库存', open: '等待 {department} 决定', inInbox: '在审批收件箱里决定',
    state: { ASKED: '待决定', GRANTED: '已同意', REFUSED: '已拒绝' }, asked: '{who} 于 {at} 申请', decided: '{who} 于 {at}：{reason}',
    department: '归属部门', yuan: '价格（元）', marginYuan: '毛利（元）', stockUnits: '库存（件）', note: '申请理由', sku: '编号', name: '名称', kindOf: '类别', rank: '排位', star: '带向的明星品', save: '保存', fill: '请把每一项填完整', saved: '已保存',
  },
  en: {
    title: 'Products', lead: 'The product matrix: traffic products win the first order, stars carry repurchase, personal and noble products keep people. Journeys name a kind and take its first product.',
    kind: { TRAFFIC: 'Traffic', STAR: 'Star', PERSONAL: 'Personal', NOBLE: 'Noble' },
    none: 'The matrix is empty', noneHint: 'Add a star product first, then a traffic product that leads to it.', add: 'Add or change a product',
    price: 'Price', margin: 'Margin', stock: 'Stock', units: '{n} units', unknown: 'never asked', leadsTo: 'leads to {name}', first: 'named by journeys', checks: 'Five checks of a traffic product', passed: '{n}/5 passed',
    goods: { title: 'Price and stock in the malls', lead: 'Read from the malls on a schedule; what has the same merchant code as a product of the matrix stands beside it. Journeys skip a product that no mall has in stock and name the next of its kind; when none is left, the message says “好物”.', mall: { mall: 'Own mall', wxstore: 'WeChat Store', youzan: 'Youzan' }, looked: 'read {at}, {n} variants', never: 'never read', problem: 'not read to the end last time: {why}. It is tried again.', look: 'Read now', asked: 'Being read; reload in a moment', at: '{mall}: {price}, {stock} in stock', out: 'out of stock in every mall: journeys skip it' },
    check: { related: 'Related', broad: 'Broad', sustainable: 'Sustainable', valuable: 'Of value', cheap: 'Cheap' },
    requests: 'Requests for price and stock', ask: 'Ask for price and stock', open: 'waits for {department}', inInbox: 'is decided in the approval inbox',
    state: { ASKED: 'open', GRANTED: 'granted', REFUSED: 'refused' }, asked: 'asked by {who}, {at}', decided: '{who}, {at}: {reason}',
    department: 'Owning department', yuan: 'Price (yuan)', marginYuan: 'Margin (yuan)', stockUnits: 'Stock (units)', note: 'Why it is needed', sku: 'Number', name: 'Name', kindOf: 'Kind', rank: 'Rank', star: 'Leads to star product', save: 'Save', fill: 'Please fill in every field', saved: 'Saved',
  },
};
