package dev.siyu.web;

import dev.siyu.products.Goods;
import dev.siyu.products.Product;
import dev.siyu.products.ProductKind;
import dev.siyu.products.Products;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The product matrix, and requests for price and stock. */
@RestController
class ProductsController {

  private static final Logger log = LoggerFactory.getLogger(ProductsController.class);

  record Check(String name, boolean passed, String reason) {}

  record Line(
      Product product,
      List<Check> checks,
      List<Products.Request> requests,
      List<Goods.InMall> malls) {}

  record Matrix(List<Line> items, List<Goods.Look> looks) {}

  record Change(
      @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,40}") String sku,
      @NotBlank @Size(max = 80) String name,
      @NotNull ProductKind kind,
      @Min(1) @Max(9_999) int rank,
      @Positive long priceCents,
      long marginCents,
      @Nullable @Size(max = 40) String starSku) {

    Product product() {
      return new Product(
          sku,
          name.strip(),
          kind,
          rank,
          priceCents,
          marginCents,
          starSku,
          null,
          null,
          null,
          null,
          null);
    }
  }

  record Wish(
      @NotBlank @Size(max = 60) String department,
      @Positive long priceCents,
      @Positive long stockUnits,
      @NotBlank @Size(max = 500) String note) {}

  record Asked(long id) {}

  private final Products products;
  private final Goods goods;

  ProductsController(Products products, Goods goods) {
    this.products = products;
    this.goods = goods;
  }

  @GetMapping("/api/products")
  Matrix matrix(HttpServletRequest request) {
    boolean english = ApiError.english(request);
    var inMalls = goods.bySku();
    return new Matrix(
        products.matrix().stream()
            .map(
                entry ->
                    line(entry, english, inMalls.getOrDefault(entry.product().sku(), List.of())))
            .toList(),
        goods.looks());
  }

  /** Reads price and stock of a mall soon. */
  @PostMapping("/api/goods/{source}/look")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void look(@PathVariable String source, Authentication who) {
    if (!goods.lookNow(source)) {
      throw Problem.NOT_FOUND.failure();
    }
    log.info("{} has the goods of {} read", who.getName(), source);
  }

  private static Line line(Products.Entry entry, boolean english, List<Goods.InMall> malls) {
    var checks =
        entry.checks().stream()
            .map(
                check -> new Check(check.name(), check.passed(), english ? check.en() : check.zh()))
            .toList();
    return new Line(entry.product(), checks, entry.requests(), malls);
  }

  @PostMapping("/api/products")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void put(@Valid @RequestBody Change change, Authentication who) {
    if (change.marginCents() > change.priceCents()) {
      throw Problem.BAD_INPUT.failure("marginCents: more than the price");
    }
    products.put(change.product(), who.getName());
    log.info("{} put {} into the matrix as {}", who.getName(), change.sku(), change.kind());
  }

  @PostMapping("/api/products/{sku}/requests")
  @ResponseStatus(HttpStatus.CREATED)
  Asked ask(@PathVariable String sku, @Valid @RequestBody Wish wish, Authentication who) {
    var asked =
        new Products.Wish(
            wish.department().strip(), wish.priceCents(), wish.stockUnits(), wish.note().strip());
    return new Asked(products.ask(sku, asked, who.getName()));
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(Products.Refused refused, HttpServletRequest request) {
    var message = ApiError.english(request) ? "This cannot be done" : "无法完成此操作";
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .body(new ApiError(refused.code(), message, refused.getMessage()));
  }
}
