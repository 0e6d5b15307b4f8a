package dev.siyu.journeys;

import java.util.Locale;

/** Every rule a drawing is held against, with the reason; docs/lint.md is written from it. */
enum LintRule {
  XML(
      "文件要读得出",
      "The file can be read",
      "只读 UTF-8 的 BPMN；外部实体、DOCTYPE、别的编码会让别人看到的和运行的不一样。",
      "Only BPMN in UTF-8: entities and other encodings make people see something else than what"
          + " runs.",
      false),
  SIZE(
      "图不能太大",
      "A drawing is not too large",
      "最多 400 个元素、嵌套 24 层：再大没人看得懂，也拖慢所有人。",
      "At most 400 elements, 24 levels: more is not understood by anybody and slows everybody"
          + " down.",
      false),
  FOREIGN(
      "图里只有我们的语言",
      "Nothing foreign in it",
      "别的扩展、导入、处理指令会带来引擎或浏览器不该执行的东西。",
      "Other extensions, imports and instructions bring what neither engine nor browser should act"
          + " on.",
      false),
  TEXT(
      "文字就是文字",
      "Texts are plain",
      "名称和说明会显示给审批人；标记、脚本、密钥引用和不可见字符会骗人。",
      "Names are shown to the people who approve; markup, scripts, secrets and invisible characters"
          + " deceive them.",
      false),
  ONE_PROCESS(
      "一张图一段旅程",
      "One journey per drawing",
      "版本、审批、暂停都以一段旅程为单位。",
      "Versions, approvals and pauses are about one journey.",
      false),
  EXECUTABLE(
      "旅程可执行", "The journey is executable", "否则引擎不接受。", "Else the engine does not take it.", true),
  PROCESS_ID(
      "旅程有名称和 ID",
      "The journey has a name and an id",
      "名称给人看；ID 是旅程的身份，改了就是另一段旅程。",
      "People read the name; the id is the journey's identity.",
      false),
  PALETTE(
      "只用面板上的元素",
      "Only what the palette has",
      "脚本、连接器、调用活动不受联系规则约束。",
      "Scripts, connectors and call activities escape the contact rules.",
      false),
  MULTI_INSTANCE(
      "不对客户做多实例",
      "No multi-instance over customers",
      "一位客户一个实例；对名单循环就是群发，绕过频控。",
      "One instance per customer: a loop over a list is a mailing past the caps.",
      true),
  USER_TASK(
      "人工任务用原生任务",
      "Tasks of people are native",
      "要有表单和审批人，否则没人看得到这件事。",
      "With form and candidates, else nobody sees it.",
      false),
  FORM(
      "表单是已知的", "Forms are known", "打开任务的人要看得到表单。", "Who opens the task must see the form.", false),
  ENCLOSURE(
      "表和表单没有问题",
      "Tables and forms are sound",
      "决策表和表单与流程是一个版本：一起保存、一起审批、一起生效。",
      "Tables and forms are one version with the flow: saved, approved and in effect together.",
      false),
  DECISION(
      "决策表在图里",
      "Decision tables are in the drawing",
      "流程按哪张表决定，审批的人要看得到；表要有结果变量。",
      "Who approves must see the table that decides; it needs a result variable.",
      false),
  ESCALATION(
      "到期要升级",
      "Deadlines escalate",
      "没人决定时直接结束，事情就丢了。",
      "When nobody decides, ending silently loses the matter.",
      false),
  DIAGRAM(
      "运行的都看得见",
      "What runs can be seen",
      "缺图形、重复或折叠的元素，审批人看不到。",
      "Who approves does not see elements without, or with two, shapes, or folded ones.",
      false),
  UNIQUE_ID(
      "ID 不重复", "Ids are unique", "ID 也是账本里触达的名字。", "Ids name the touches in the ledger.", false),
  ABSOLUTE_TIMER(
      "定时写成日期",
      "Timers are dates",
      "时长由引擎的时钟数，引擎重启会重新数；日期不会。",
      "A duration is counted by the broker's clock, which starts anew with it; a date stays.",
      true),
  DEADLINE(
      "每次等待有期限",
      "Every wait has a deadline",
      "消息可能丢，客户可能一直沉默；没有期限就永远停在那里。",
      "Messages may be lost and customers silent; without a deadline the journey stays for ever.",
      true),
  LOOP_LIMIT(
      "每个循环有上限",
      "Every loop has a limit",
      "没有次数或条件的循环会一直联系同一位客户。",
      "A loop nobody counts reaches the same customer for ever.",
      false),
  EXPRESSION(
      "表达式有界",
      "Expressions are bounded",
      "循环、区间、now() 会拖垮引擎或算出别的时刻。",
      "Loops, ranges and now() overload the engine or tell another time.",
      false),
  FEEL(
      "表达式读得懂",
      "Expressions can be read",
      "读不懂的表达式会在客户走到那里时才出错。",
      "Else it fails only when a customer gets there.",
      false),
  JOB_TYPE(
      "工作类型是已知的",
      "Job types are known",
      "没有工作者的步骤，客户会永远停在那里。",
      "A step nobody carries out holds customers for ever.",
      false),
  FIELD("必填项已填", "Fields are filled in", "缺了内容或选项，步骤会出错。", "Without them the step fails.", true),
  CONTENT(
      "内容已审核",
      "Content is approved",
      "没有审核过的内容，走到那里就停下并报错。",
      "Without approved words every customer stops there with an incident.",
      false),
  EXTENSION(
      "只用引擎 8.5 认识的设置",
      "Only settings of engine 8.5",
      "监听器、绑定、优先级是更新版本的功能，8.5 不执行或不接受。",
      "Listeners, bindings and priorities came later; 8.5 ignores or refuses them.",
      true),
  ENGINE_VERSION(
      "标明引擎 8.5",
      "Marked for engine 8.5",
      "否则别的编辑器会提供 8.5 做不到的东西。",
      "Else other modelers offer what 8.5 cannot do.",
      true),
  MESSAGE(
      "消息是已知的", "Messages are known", "没人发的消息永远等不到。", "A message nobody sends never comes.", false),
  CORRELATION(
      "消息按规定关联",
      "Messages correlate as agreed",
      "关联键不对，消息会找不到这位客户。",
      "With another key the message does not find the customer.",
      true),
  OUTPUT_AT(
      "输出映射带上 at",
      "Output mappings carry at",
      "后面的期限都从 at 算起。",
      "Later dates are counted from it.",
      true),
  PURCHASE_EXIT(
      "催单要有购买出口",
      "Nudges end on purchase",
      "客户已经买了还催，最伤关系。",
      "Nothing hurts more than being asked to buy what one just bought.",
      true),
  LEFT_EXIT(
      "催单要有离开出口",
      "Nudges end when the customer leaves",
      "客户走了就不再联系。",
      "Who left is not contacted.",
      true),
  CONTACT_FREQUENCY(
      "不超过联系频控",
      "No more contacts than allowed",
      "图上本身就排得太密，运行时会被频控推迟，节奏全乱。",
      "What is drawn too close is put off at run time, and the rhythm is lost.",
      true),
  OVERLAP(
      "图形不重叠",
      "Nothing lies on something else",
      "看不见的就没人审到。",
      "What is hidden is not reviewed.",
      false),
  CROSSING(
      "连线不交叉", "Lines do not cross", "交叉的线读不出走向。", "Crossing lines cannot be followed.", false),
  LEFT_TO_RIGHT("从左到右", "From left to right", "只有循环往回走。", "Only loops go back.", false),
  ENGINE("引擎接受", "The engine takes it", "这是引擎自己的话。", "These are the engine's own words.", false);

  private final String zh;
  private final String en;
  private final String whyZh;
  private final String whyEn;
  private final boolean mendable;

  LintRule(String zh, String en, String whyZh, String whyEn, boolean mendable) {
    this.zh = zh;
    this.en = en;
    this.whyZh = whyZh;
    this.whyEn = whyEn;
    this.mendable = mendable;
  }

  /** As findings name it. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  JourneyStudio.Rule told() {
    return new JourneyStudio.Rule(id(), zh, en, whyZh, whyEn, mendable);
  }
}
