package dev.siyu;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Stands in for what a test's workers need and the test does not play, so that a new worker needs
 * no change here; whoever calls it fails the test.
 */
public final class Nobody {

  /** Call it after the scan and before the refresh. */
  public static void fill(AnnotationConfigApplicationContext context) {
    Stream.of(context.getBeanDefinitionNames())
        .map(name -> context.getBeanDefinition(name).getBeanClassName())
        .filter(name -> name != null && name.startsWith("dev.siyu."))
        .map(name -> ClassUtils.resolveClassName(name, Nobody.class.getClassLoader()))
        .flatMap(type -> Arrays.stream(type.getDeclaredConstructors()))
        .map(Constructor::getParameterTypes)
        .flatMap(Arrays::stream)
        .filter(type -> type.isInterface() && type.getName().startsWith("dev.siyu."))
        .distinct()
        .filter(
            type ->
                context
                        .getDefaultListableBeanFactory()
                        .getBeanNamesForType(type, true, false)
                        .length
                    == 0)
        .forEach(type -> register(context, type));
  }

  private static <T> void register(AnnotationConfigApplicationContext context, Class<T> type) {
    context.registerBean(
        type,
        () ->
            type.cast(
                Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> {
                      throw new AssertionError("nobody plays this here: " + method);
                    })));
  }

  private Nobody() {}
}
