package dev.siyu.selections;

import dev.siyu.content.ContentLibrary;
import dev.siyu.ledger.Yuan;
import dev.siyu.products.Product;
import dev.siyu.products.ProductKind;
import dev.siyu.products.Products;
import dev.siyu.selections.Selections.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a candidate must fulfil before anybody is asked to sign; to be read aloud. */
@Component
class CandidateChecks {

  private final Products products;
  private final ContentLibrary library;
  private final SelectionSettings settings;

  CandidateChecks(Products products, ContentLibrary library, SelectionSettings settings) {
    this.products = products;
    this.library = library;
    this.settings = settings;
  }

  /** The kits by product, read once for all candidates. */
  Map<String, ContentLibrary.Kit> kits() {
    return library.kits().stream()
        .collect(Collectors.toMap(ContentLibrary.Kit::product, kit -> kit));
  }

  /**
   * @param product as it would take effect
   * @param publicPrice null: sold in the private domain only
   */
  List<Check> of(
      Product product, @Nullable Long publicPrice, Map<String, ContentLibrary.Kit> kits) {
    var found = new ArrayList<Check>();
    found.add(priceDiffers(product.priceCents(), publicPrice));
    found.add(isSupplied(product.stockUnits(), settings.leastStock()));
    found.add(hasKit(kits.get(kit(product.sku()))));
    if (product.kind() == ProductKind.TRAFFIC) {
      var star = product.starSku() == null ? null : products.find(product.starSku()).orElse(null);
      products
          .checks(product, star)
          .forEach(one -> found.add(new Check(one.name(), one.passed(), one.zh(), one.en())));
    }
    return List.copyOf(found);
  }

  /** 与公域不同价: else it takes sales from the public channels instead of adding some. */
  static Check priceDiffers(long price, @Nullable Long publicPrice) {
    if (publicPrice == null) {
      return new Check("price", true, "私域专供，公域不卖", "sold in the private domain only");
    }
    boolean differs = price != publicPrice;
    return new Check(
        "price",
        differs,
        differs ? "与公域价 ¥%s 不同".formatted(Yuan.of(publicPrice)) : "与公域同价：抢的是公域的业绩",
        differs
            ? "differs from the public price of ¥" + Yuan.of(publicPrice)
            : "the same price as on public channels: it only takes their sales");
  }

  /** 库存已批: the owning department granted enough of it. */
  static Check isSupplied(@Nullable Long stock, long least) {
    if (stock == null) {
      return new Check("supply", false, "还没有申请价格与库存", "price and stock were never granted");
    }
    return new Check(
        "supply",
        stock >= least,
        "已批库存 %d 件（至少 %d 件）".formatted(stock, least),
        "%d units granted (at least %d)".formatted(stock, least));
  }

  /** 素材包齐备: staff only forward what is there. */
  static Check hasKit(ContentLibrary.@Nullable Kit kit) {
    if (kit == null) {
      return new Check("kit", false, "还没有素材包", "there is no content kit");
    }
    return new Check(
        "kit",
        kit.missing().isEmpty(),
        kit.missing().isEmpty()
            ? "素材包齐备"
            : kit.missing().stream().map(one -> one.message()).collect(Collectors.joining("；")),
        kit.missing().isEmpty()
            ? "the kit is complete"
            : kit.missing().stream().map(one -> one.messageEn()).collect(Collectors.joining("; ")));
  }

  /** A kit's product is written in small letters, digits and hyphens. */
  static String kit(String sku) {
    return sku.toLowerCase(Locale.ROOT).replaceAll("[._]", "-");
  }
}
