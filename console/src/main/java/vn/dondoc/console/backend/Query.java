package vn.dondoc.console.backend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Parameters of a list; blank ones are left out. */
public final class Query {

    private final MultiValueMap<String, String> values = new LinkedMultiValueMap<>();

    public static Query none() {
        return new Query();
    }

    public Query with(String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Collection<?> many -> many.forEach(one -> with(name, one));
            default -> add(name, value.toString().strip());
        }
        return this;
    }

    /** These parameters and one more, beside these. */
    public Query and(String name, @Nullable Object value) {
        var other = new Query();
        forEach(other::add);
        return other.with(name, value);
    }

    private void add(String name, String value) {
        if (!value.isEmpty()) {
            values.add(name, value);
        }
    }

    /** The address of the list's page that starts behind a cursor. */
    public String page(String path, String cursor) {
        var other = new Query();
        forEach((name, value) -> {
            if (!name.equals("after")) {
                other.add(name, value);
            }
        });
        return other.with("after", cursor).address(path);
    }

    /** The address with these parameters. */
    public String address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        var expanded = new ArrayList<Object>();
        forEach((name, value) -> {
            address.queryParam(name, "{value}");
            expanded.add(value);
        });
        return address.encode().buildAndExpand(expanded.toArray()).toUriString();
    }

    /** Each pair, a name with several values several times. */
    public void forEach(BiConsumer<String, String> each) {
        values.forEach((name, several) -> several.forEach(value -> each.accept(name, value)));
    }

    MultiValueMap<String, String> values() {
        return values;
    }
}
