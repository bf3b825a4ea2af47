package vn.dondoc.console.work;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    RETURN_TO_GIVER("return-to-giver"),
    INSISTENCE("insistence"),
    REASSIGNMENT("reassignment"),
    CANCELLATION("cancellation"),
    REOPENING("reopening"),
    COMMENT("comment"),
    STEP("step"),
    STEPS("steps"),
    DISBURSEMENT("disbursement"),
    PARTICULARS("particulars"),
    FOLLOWING("following"),
    EXPLANATION_REQUEST("explanation-request"),
    EXPLANATION("explanation"),
    CONCLUSION_UNIT("conclusion-unit"),
    DELEGATION("delegation");

    /** Done now and then: they stand behind the buttons that are used daily. */
    private static final Set<TaskAction> RARE = EnumSet.of(
            EXTENSION, RETURN_TO_GIVER, REASSIGNMENT, CANCELLATION, REOPENING, COMMENT, STEPS, DISBURSEMENT, PARTICULARS,
            CONCLUSION_UNIT, DELEGATION);

    /** Have forms of their own on the page. */
    private static final Set<TaskAction> ELSEWHERE = EnumSet.of(STEP, FOLLOWING);

    /** How whoever gave a task answers its return. */
    private static final Set<TaskAction> ANSWERS = EnumSet.of(REASSIGNMENT, CANCELLATION);

    private final String path;

    TaskAction(String path) {
        this.path = path;
    }

    /** The action of the HTTP interface, also its name in a task's list of actions. */
    String path() {
        return path;
    }

    /** Not among the buttons above the form. */
    boolean elsewhere() {
        return ELSEWHERE.contains(this);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param answering a return waits for the giver, who looks at the page */
    boolean rare(boolean answering) {
        return RARE.contains(this) && !(answering && ANSWERS.contains(this));
    }

    static Optional<TaskAction> of(@Nullable String word) {
        return Arrays.stream(values()).filter(action -> action.word().equals(word)).findFirst();
    }
}
