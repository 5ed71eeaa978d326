package org.shapan.portal;

import java.util.HashMap;
import java.util.Map;
import org.shapan.portal.account.FirstAccount;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.portal.province.Province;
import org.shapan.portal.star.OwnStar;
import org.shapan.warehouse.data.DataDirectory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A running portal on a data directory that this process owns. */
public final class PortalServer implements AutoCloseable {
    /**
     * How to run.
     *
     * @param port 0 for any free one
     * @param profile name of the profile generated when the warehouse is empty
     * @param properties further settings, such as {@code shapan.sign-in.lock}
     * @param star served in the place of the warehouse; null for the warehouse. Its opener closes it
     */
    public record Options(int port, String profile, Map<String, Object> properties, OwnStar star) {
        public Options {
            properties = Map.copyOf(properties);
        }

        /** Over the warehouse of the data directory. */
        public Options(int port, String profile, Map<String, Object> properties) {
            this(port, profile, properties, null);
        }
    }

    private final ConfigurableApplicationContext context;
    private final DataDirectory directory;
    private final int port;
    private final String path;
    private final String setupToken;

    private PortalServer(ConfigurableApplicationContext context, DataDirectory directory) {
        this.context = context;
        this.directory = directory;
        this.port = ((WebServerApplicationContext) context).getWebServer().getPort();
        this.path = context.getEnvironment().getProperty("server.servlet.context-path", "");
        this.setupToken = context.getBean(FirstAccount.class).prepare().orElse(null);
    }

    /**
     * Starts the server; it answers when this returns, while the data may still be prepared in the background.
     *
     * @throws org.springframework.boot.web.server.PortInUseException where the port is taken
     */
    public static PortalServer start(DataDirectory directory, Options options) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", options.port());
        properties.put("shapan.profile", options.profile());
        properties.put("shapan.logs", directory.logs().toString());
        properties.put("spring.datasource.url", "jdbc:h2:file:" + directory.metadataFile() + ";DB_CLOSE_ON_EXIT=FALSE");
        properties.putAll(options.properties());
        SpringApplication application = new SpringApplicationBuilder(Portal.class)
                .profiles("logs")
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(context -> register(directory, options.star(), context))
                .build();
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        ConfigurableApplicationContext context = application.run(arguments);
        try {
            PortalServer server = new PortalServer(context, directory);
            directory.announce(server.port, server.path);
            return server;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static void register(DataDirectory directory, OwnStar star, ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("dataDirectory", directory);
        if (star != null) {
            context.getBeanFactory().registerSingleton(OnWarehouse.INSTEAD, star);
        }
    }

    public int port() {
        return port;
    }

    /** The portal's address on this machine, with a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + port + path + "/";
    }

    /** The one-time link that makes the first account; null where an account exists. */
    public String setupUrl() {
        return setupToken == null ? null : url() + "setup?token=" + setupToken;
    }

    public Province province() {
        return context.getBean(Province.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Ends requests and background work, closes the databases; the directory stays owned by its owner. */
    @Override
    public void close() {
        context.close();
    }

    public DataDirectory directory() {
        return directory;
    }
}
