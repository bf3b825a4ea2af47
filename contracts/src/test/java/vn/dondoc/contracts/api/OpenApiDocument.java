package vn.dondoc.contracts.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of the HTTP interfaces as it is packed. */
@SuppressWarnings("unchecked")
record OpenApiDocument(Map<String, Object> root) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    record Call(String name, List<Object> pathParameters, Map<String, Object> operation) {}

    static OpenApiDocument read() {
        try (var stream = OpenApiDocument.class.getResourceAsStream("/openapi.yaml")) {
            return new OpenApiDocument(new Yaml(new SafeConstructor(new LoaderOptions())).load(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> components() {
        return map(root, "components");
    }

    Map<String, Object> schemas() {
        return map(components(), "schemas");
    }

    /** Calls by method and path: {@code POST /api/plans/drafts}. */
    Map<String, Call> calls() {
        var calls = new TreeMap<String, Call>();
        map(root, "paths").forEach((path, item) -> ((Map<String, Object>) item).forEach((key, operation) -> {
            if (METHODS.contains(key)) {
                var name = key.toUpperCase(java.util.Locale.ROOT) + " " + path;
                var ofPath = ((Map<String, Object>) item).getOrDefault("parameters", List.of());
                calls.put(name, new Call(name, (List<Object>) ofPath, (Map<String, Object>) operation));
            }
        }));
        return calls;
    }

    /** All parameters of a call, references followed. */
    List<Map<String, Object>> parametersOf(Call call) {
        var all = new ArrayList<>(call.pathParameters());
        all.addAll((List<Object>) call.operation().getOrDefault("parameters", List.of()));
        return all.stream().map(this::resolved).toList();
    }

    Map<String, Object> resolved(Object value) {
        var node = (Map<String, Object>) value;
        return node.containsKey("$ref") ? resolved(at((String) node.get("$ref"))) : node;
    }

    Object at(String reference) {
        Object node = root;
        for (var step : reference.substring(2).split("/")) {
            node = ((Map<String, Object>) node).get(step);
            if (node == null) {
                throw new AssertionError(reference + " leads nowhere");
            }
        }
        return node;
    }

    List<String> references() {
        var found = new ArrayList<String>();
        collect(root, found);
        return found;
    }

    private static void collect(Object node, List<String> found) {
        if (node instanceof Map<?, ?> object) {
            object.forEach((key, value) -> {
                if (key.equals("$ref")) {
                    found.add((String) value);
                }
                collect(value, found);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(element -> collect(element, found));
        }
    }

    static Map<String, Object> map(Map<String, Object> node, String key) {
        return (Map<String, Object>) node.get(key);
    }
}
