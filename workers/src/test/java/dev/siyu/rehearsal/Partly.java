package dev.siyu.rehearsal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Lets a fake stand for an interface of another room while it has only the methods that journeys
 * use; any other call fails the test.
 */
final class Partly {

  static <T> T as(Class<T> type, Object fake) {
    var proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                var own =
                    fake.getClass().getDeclaredMethod(method.getName(), method.getParameterTypes());
                return own.invoke(fake, arguments);
              } catch (NoSuchMethodException e) {
                throw new AssertionError("no journey calls " + method, e);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }

  private Partly() {}
}
