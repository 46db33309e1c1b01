import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginBundle;
import org.elasticsearch.plugins.PluginsLoader;

/** Starts an Elasticsearch node of version 8 or 9 with the settings `name=value` that it is given. */
public class Start {
    public static void main(String[] arguments) throws Exception {
        Settings.Builder settings = Settings.builder();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        Path home = Path.of(settings.get("path.home"));
        LogConfigurator.configureWithoutConfig(settings.build());
        Environment environment = new Environment(settings.build(), home.resolve("config"));
        PluginsLoader loader = PluginsLoader.createPluginsLoader(
            bundles("loadModulesBundles", home.resolve("modules"), false),
            bundles("loadPluginsBundles", home.resolve("plugins"), true),
            Map.of());
        Node node = new Node(environment, loader);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                node.close();
            } catch (java.io.IOException error) {
                System.err.println(error);
            }
        }));
        node.start();
        Thread.currentThread().join();
    }

    // Version 9 takes a second parameter: whether the bundles come from outside.
    @SuppressWarnings("unchecked")
    private static Set<PluginBundle> bundles(String name, Path folder, boolean external) throws Exception {
        Method method = Arrays.stream(PluginsLoader.class.getMethods())
            .filter(each -> each.getName().equals(name)).findFirst().orElseThrow();
        Object[] given = Arrays.copyOf(new Object[] {folder, external}, method.getParameterCount());
        return (Set<PluginBundle>) method.invoke(null, given);
    }
}
