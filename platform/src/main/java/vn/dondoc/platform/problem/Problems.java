package vn.dondoc.platform.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.platform.web.Correlation;

/** Makes problem details out of codes: title and sentence come from the bundles, Vietnamese unless English is asked for. */
public final class Problems {

    private final MessageSource messages;

    public Problems(MessageSource messages) {
        this.messages = messages;
    }

    public Problem of(int status, String code, List<Problem.FieldError> errors, Locale locale, Object... arguments) {
        var sentence = text(code, locale, arguments);
        return new Problem(
                "about:blank",
                text("title." + status, locale),
                status,
                sentence,
                code,
                MDC.get(Correlation.MDC_KEY),
                errors.isEmpty() ? null : errors);
    }

    /** The sentence of a code; the code itself where no bundle has it. */
    public String text(String code, Locale locale, @Nullable Object... arguments) {
        var text = messages.getMessage("problem." + code, arguments, code, locale);
        return text == null ? code : text;
    }
}
