package org.shapan.engine.olap4j;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.olap4j.OlapException;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/**
 * Gives an object the shape of a wide JDBC interface: what the object has a public method for is answered by it, all else (the cursor
 * half of {@code ResultSet}, the SQL half of {@code Connection}) throws {@link SQLFeatureNotSupportedException} naming the method.
 */
final class JdbcFacade implements InvocationHandler {
    private static final ConcurrentMap<Key, Optional<Method>> METHODS = new ConcurrentHashMap<>();

    private record Key(Class<?> targetClass, Method method) {}

    private final Object target;
    private final Class<?> shape;
    private final boolean capabilities;

    private JdbcFacade(Class<?> shape, Object target, boolean capabilities) {
        this.shape = shape;
        this.target = target;
        this.capabilities = capabilities;
    }

    static <T> T of(Class<T> shape, Object target) {
        return of(shape, target, false);
    }

    /** For an interface that asks what is supported: what the object has no method for is not, and has no limit. */
    static <T> T ofCapabilities(Class<T> shape, Object target) {
        return of(shape, target, true);
    }

    private static <T> T of(Class<T> shape, Object target, boolean capabilities) {
        return shape.cast(Proxy.newProxyInstance(
                JdbcFacade.class.getClassLoader(),
                new Class<?>[] {shape},
                new JdbcFacade(shape, target, capabilities)));
    }

    /** The object behind a facade, when it is one and of that type. */
    static <T> Optional<T> target(Object facade, Class<T> type) {
        if (facade != null
                && Proxy.isProxyClass(facade.getClass())
                && Proxy.getInvocationHandler(facade) instanceof JdbcFacade handler
                && type.isInstance(handler.target)) {
            return Optional.of(type.cast(handler.target));
        }
        return Optional.empty();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("equals") && method.getParameterCount() == 1) {
            return proxy == arguments[0]
                    || target.equals(target(arguments[0], Object.class).orElse(null));
        }
        Optional<Method> own = METHODS.computeIfAbsent(new Key(target.getClass(), method), JdbcFacade::find);
        if (own.isEmpty()) {
            if (capabilities && method.getReturnType() == boolean.class) {
                return false;
            }
            if (capabilities && method.getReturnType() == int.class) {
                return 0;
            }
            throw notSupported(method);
        }
        try {
            return own.get().invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof EngineException failure && declares(method, OlapException.class)
                    ? OlapErrors.of(failure)
                    : e.getCause();
        }
    }

    private Exception notSupported(Method method) {
        String message = shape.getSimpleName() + "." + method.getName() + " is not supported by this driver";
        if (declares(method, SQLFeatureNotSupportedException.class)) {
            return new SQLFeatureNotSupportedException(message, OlapErrorCode.NOT_SUPPORTED.name());
        }
        return declares(method, OlapException.class)
                ? OlapErrors.of(OlapErrorCode.NOT_SUPPORTED, message)
                : new UnsupportedOperationException(message);
    }

    private static boolean declares(Method method, Class<? extends Exception> exception) {
        return Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type.isAssignableFrom(exception));
    }

    private static Optional<Method> find(Key key) {
        try {
            Method own = key.targetClass()
                    .getMethod(key.method().getName(), key.method().getParameterTypes());
            own.setAccessible(true);
            return Optional.of(own);
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }
}
