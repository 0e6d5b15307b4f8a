package dev.siyu.readiness;

/** What an assessment looks at: the four resources to take stock of, then the five forces. */
public enum Section {
  USERS(true, "用户资源", "Users"),
  GOODS(true, "选品资源", "Goods"),
  MATERIAL(true, "内容资源", "Material"),
  IT(true, "技术资源", "IT"),
  PRODUCT(false, "产品力", "Product"),
  PERSONA(false, "IP 力", "Persona"),
  ADDING(false, "加微力", "Adding"),
  CONTENT(false, "内容力", "Content"),
  CLOSING(false, "运营成交力", "Closing");

  private final boolean resource;
  private final String zh;
  private final String en;

  Section(boolean resource, String zh, String en) {
    this.resource = resource;
    this.zh = zh;
    this.en = en;
  }

  /** A resource; otherwise a force. */
  public boolean isResource() {
    return resource;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
