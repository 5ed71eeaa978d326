package org.shapan.engine.olap4j;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Gives an object the shape of a wide JDBC interface: what the object has a public method for is answered by it, all else (the cursor
 * half of {@code ResultSet}, the SQL half of {@code Connection}) throws {@link SQLFeatureNotSupportedException} naming the method.
 */
final class JdbcFacade implements InvocationHandler {
    private static final ConcurrentMap<Key, Optional<Method>> METHODS = new ConcurrentHashMap<>();

    private record Key(Class<?> targetClass, Method method) {}

    private final Object target;
    private final Class<?> shape;

    private JdbcFacade(Class<?> shape, Object target) {
        this.shape = shape;
        this.target = target;
    }

    static <T> T of(Class<T> shape, Object target) {
        return shape.cast(Proxy.newProxyInstance(
                JdbcFacade.class.getClassLoader(), new Class<?>[] {shape}, new JdbcFacade(shape, target)));
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
            return proxy == arguments[0];
        }
        Optional<Method> own = METHODS.computeIfAbsent(new Key(target.getClass(), method), JdbcFacade::find);
        if (own.isEmpty()) {
            throw new SQLFeatureNotSupportedException(
                    shape.getSimpleName() + "." + method.getName() + " is not supported by this driver");
        }
        try {
            return own.get().invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
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
