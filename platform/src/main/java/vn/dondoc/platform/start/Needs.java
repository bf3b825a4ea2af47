package vn.dondoc.platform.start;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** What a service must be told, listed under {@code dondoc.needs}: each that is missing gets a sentence of its own, all at once. */
final class Needs {

    /**
     * One thing to be told.
     *
     * @param name the variable
     * @param of the setting that it becomes
     * @param says what it is
     */
    record Need(String name, String of, String says) {}

    private static final Bindable<List<Need>> LIST = Bindable.listOf(Need.class);
    private static final List<String> WHOSE = List.of("platform", "service");

    private Needs() {}

    static List<String> missing(Environment environment) {
        var binder = Binder.get(environment);
        var missing = new ArrayList<String>();
        all(binder).filter(need -> isMissing(environment, need)).forEach(need -> missing.add(need.name() + " is missing: " + need.says() + "."));
        return missing;
    }

    private static Stream<Need> all(Binder binder) {
        return WHOSE.stream().flatMap(whose -> binder.bind("dondoc.needs." + whose, LIST).orElse(List.of()).stream());
    }

    private static boolean isMissing(Environment environment, Need need) {
        if (!environment.getProperty(need.name(), "").isBlank()) {
            return false;
        }
        try {
            return environment.getProperty(need.of(), "").isBlank();
        } catch (IllegalArgumentException unresolved) {
            return true;
        }
    }
}
