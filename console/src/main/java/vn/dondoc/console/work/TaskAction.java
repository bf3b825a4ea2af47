package vn.dondoc.console.work;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people do to a task in a form; a difficulty is told with a progress report. */
enum TaskAction {

    PROGRESS("progress"),
    DIFFICULTY("progress"),
    COMPLETION("completion"),
    ACCEPTANCE("acceptance"),
    RETURN("return"),
    EXTENSION("extension"),
    EXTENSION_GRANT("extension-grant"),
    EXTENSION_REFUSAL("extension-refusal"),
    DELEGATION("delegation");

    private final String path;

    TaskAction(String path) {
        this.path = path;
    }

    /** The action of the HTTP interface, also its name in a task's list of actions. */
    String path() {
        return path;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<TaskAction> of(@Nullable String word) {
        return Arrays.stream(values()).filter(action -> action.word().equals(word)).findFirst();
    }
}
