export const access = {
  zh: {
    title: '登录思域',
    lead: '私域客户旅程：看得见每一步，查得到每一次触达。',
    name: '账号', password: '密码', signIn: '登录', signOut: '退出登录',
    wrong: '账号或密码不对，请重试。',
    samples: '示例账号（点一下自动填写）',
    samplesNote: '示例模式：这里的微信和商城都是模拟的，不会联系任何真实客户。',
    nameNeeded: '请填写账号', passwordNeeded: '请填写密码',
    change: '换一个新密码', changeLead: '当前密码是别人给你的，换成只有你知道的再继续。', old: '当前密码', fresh: '新密码', save: '保存并继续',
  },
  en: {
    title: 'Sign in to Siyu',
    lead: 'Private-domain customer journeys: every step visible, every touch on record.',
    name: 'Account', password: 'Password', signIn: 'Sign in', signOut: 'Sign out',
    wrong: 'Account or password is wrong. Please try again.',
    samples: 'Sample accounts (click to fill in)',
    samplesNote: 'Sample mode: WeCom and the mall are simulated here, nobody real is contacted.',
    nameNeeded: 'Enter your account', passwordNeeded: 'Enter your password',
    change: 'Choose a new password', changeLead: 'Somebody else gave you the present one: choose one that only you know.', old: 'Present password', fresh: 'New password', save: 'Save and go on',
  },
};
