package dev.siyu.simulator.wecom;

/** The error codes of WeCom that the simulator gives (doc 90313). */
final class Codes {

  static final int INVALID_SECRET = 40001;
  static final int INVALID_USER = 40003;
  static final int INVALID_CODE = 40029;
  static final int INVALID_PARAMETER = 40058;
  static final int INVALID_CORP = 40013;
  static final int INVALID_TOKEN = 40014;
  static final int INVALID_MEDIA_TYPE = 40004;
  static final int INVALID_FILE_TYPE = 40005;
  static final int INVALID_MEDIA_SIZE = 40006;
  static final int INVALID_MEDIA = 40007;
  static final int INVALID_TAG = 40068;
  static final int TAG_EXISTS = 40071;
  static final int NO_SUCH_CHAT = 40050;
  static final int BAD_EXTERNAL_USER = 40096;
  static final int NOT_RESIGNED = 40097;
  static final int IN_TRANSFER = 40100;
  static final int TRANSFERRED_TOO_OFTEN = 40128;
  static final int BEING_TRANSFERRED = 40129;
  static final int SAME_MEMBER = 40130;
  static final int NOT_THE_FOLLOWER = 40131;
  static final int MEMBER_BANNED = 40143;
  static final int MISSING_TOKEN = 41001;
  static final int MISSING_EXTERNAL_USER = 41035;
  static final int TOO_MANY_USERS = 41041;
  static final int MISSING_CONFIG = 41043;
  static final int INVALID_CONFIG = 41044;
  static final int TOO_MANY_WAYS = 41045;
  static final int MISSING_MSG = 41046;
  static final int INVALID_MSG = 41047;
  static final int NO_CUSTOMER = 41048;
  static final int MISSING_WELCOME_CODE = 41049;
  static final int INVALID_WELCOME_CODE = 41050;
  static final int CHAT_BEGAN = 41051;
  static final int TOO_MANY_TEMPLATES = 41055;
  static final int TOO_MANY_CHATS = 41091;
  static final int MISSING_POST = 41059;
  static final int INVALID_POST = 41060;
  static final int NOT_A_SENDER = 41061;
  static final int NOT_PUBLISHED = 41062;
  static final int TOO_MANY_ATTACHMENTS = 41064;
  static final int INVALID_ATTACHMENT = 41065;
  static final int WRONG_SCENE = 41072;
  static final int TOO_MANY_JOBS = 41078;
  static final int BEING_DISPATCHED = 41079;
  static final int ATTACHMENT_TOO_LARGE = 41080;
  static final int EMPTY_POST = 41089;
  static final int CANCELLED = 41093;
  static final int REMINDERS_USED = 41094;
  static final int EXPIRED_TOKEN = 42001;
  static final int CODE_EXPIRED = 42003;
  static final int TASK_ID = 42014;
  static final int CODE_USED = 42022;
  static final int CARD_LINE_NAME = 42027;
  static final int CARD_URL = 42028;
  static final int CARD_TYPE = 42031;
  static final int CARD_TITLE = 42033;
  static final int CARD_LINES = 42035;
  static final int BUTTON_TEXT = 42038;
  static final int BUTTON_KEY = 42039;
  static final int BUTTONS = 40016;
  static final int TOO_OFTEN = 45009;
  static final int TOO_PARALLEL = 45033;
  static final int NOT_JSON = 47001;
  static final int FORBIDDEN = 48002;
  static final int CHAT_DISMISSED = 49008;
  static final int NO_API = 404;
  static final int NOT_YOUR_TAG = 81011;
  static final int NOT_A_CONTACT = 84061;
  static final int NO_CONTACT_RIGHT = 84074;

  private Codes() {}
}
