package vn.dondoc.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The calls that a service is described with, to be compared with those that its controllers take. A call is written as
 * method and path template: {@code GET /api/tasks/{id}}.
 */
public final class DescribedCalls {

    private static final String API = "/api/";
    private static final String OPERATIONS = "/api/operations/";

    private DescribedCalls() {}

    /**
     * The described calls of a service.
     *
     * @param service plan, task, reporting or notification
     * @throws IllegalArgumentException if nothing is described for that service
     */
    public static Set<String> of(String service) {
        var calls = new TreeSet<String>();
        paths().forEach((path, item) -> ((Map<?, ?>) item).forEach((method, operation) -> {
            if (operation instanceof Map<?, ?> described && described.get("tags") instanceof List<?> tags && tags.contains(service)) {
                calls.add(method.toString().toUpperCase(Locale.ROOT) + " " + path);
            }
        }));
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("No call is described for " + service);
        }
        return calls;
    }

    /** The calls below {@code /api/} that a service's own controllers take; those of the platform ({@code /api/operations/}) are left out. */
    public static Set<String> takenBy(RequestMappingHandlerMapping mapping) {
        var calls = new TreeSet<String>();
        mapping.getHandlerMethods().keySet().forEach(info -> calls.addAll(callsOf(info)));
        return calls;
    }

    private static List<String> callsOf(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        // A mapping that names no method takes all: shown as such, it equals no described call
        var names = methods.isEmpty() ? List.of("ANY") : methods.stream().map(RequestMethod::name).toList();
        return info.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith(API) && !pattern.startsWith(OPERATIONS))
                .flatMap(pattern -> names.stream().map(name -> name + " " + pattern))
                .toList();
    }

    private static Map<?, ?> paths() {
        try (var description = DescribedCalls.class.getResourceAsStream("/openapi.yaml")) {
            if (description == null) {
                throw new IllegalStateException("openapi.yaml of the contracts is not on the class path");
            }
            Map<String, Map<?, ?>> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(description);
            return root.getOrDefault("paths", Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
