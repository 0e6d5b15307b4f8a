package dev.siyu.products;

import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.ApprovalRequest.Fact;
import dev.siyu.ledger.Yuan;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A request for price and stock as the owning department reads it. */
final class WishPaper {

  static final String SUBJECT = "product-request:";

  static ApprovalRequest of(
      long id, String sku, String name, Products.Wish wish, String requestedBy) {
    var content = new LinkedHashMap<String, Object>();
    content.put("request", id);
    content.put("sku", sku);
    content.put("department", wish.department());
    content.put("priceCents", wish.priceCents());
    content.put("stockUnits", wish.stockUnits());
    content.put("note", wish.note());
    return new ApprovalRequest(
        ApprovalKind.PRODUCT,
        SUBJECT + id,
        shortened("价格与库存：" + name),
        shortened("Price and stock: " + name),
        List.of(
            new Fact("产品", "Product", name + " · " + sku),
            new Fact("价格", "Price", "¥" + Yuan.of(wish.priceCents())),
            new Fact("库存（件）", "Stock (units)", Long.toString(wish.stockUnits())),
            new Fact("归属部门", "Owning department", wish.department()),
            new Fact("理由", "Why", wish.note())),
        JsonMapper.shared().writeValueAsString(content),
        requestedBy,
        List.of(wish.department()),
        Math.multiplyExact(wish.priceCents(), wish.stockUnits()),
        null,
        "/products");
  }

  private static String shortened(String title) {
    return title.length() <= 80 ? title : title.substring(0, 80);
  }

  private WishPaper() {}
}
