package dev.siyu.web;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** The console's files; every address that is no file is the console's own page. */
@Configuration(proxyBeanMethods = false)
class StaticPages implements WebMvcConfigurer {

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.noCache())
        .resourceChain(false)
        .addResolver(new PageOrFile());
  }

  private static final class PageOrFile extends PathResourceResolver {

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      var file = super.getResource(path, location);
      if (file != null || isFileName(path) || isAnotherRoom(path)) {
        return file;
      }
      return super.getResource("index.html", location);
    }

    private static boolean isFileName(String path) {
      return path.substring(path.lastIndexOf('/') + 1).contains(".");
    }

    private static boolean isAnotherRoom(String path) {
      return path.startsWith("api/")
          || path.startsWith("callbacks/")
          || path.startsWith("actuator/");
    }
  }
}
