package vn.dondoc.console.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Problem;

/** The two steps of every workbook: what it would write is shown first, and nothing is written before that is confirmed. */
@Component
public class WorkbookSteps {

    private final Problems problems;

    WorkbookSteps(Problems problems) {
        this.problems = problems;
    }

    /** The page that shows what was found, or why nothing was. */
    public interface Show<P> {
        String page(@Nullable P preview, @Nullable Problem problem);
    }

    /** @param broken whether rows of it cannot be read: shown as a refusal, with each of them */
    public <P> String look(
            @Nullable MultipartFile file, Function<Resource, P> look, Predicate<P> broken, Show<P> show, HttpServletResponse response) {
        try {
            if (file == null || file.isEmpty()) {
                throw new Refused(problems.of(400, "FILE_MISSING", LocaleContextHolder.getLocale()));
            }
            var preview = look.apply(file.getResource());
            if (broken.test(preview)) {
                response.setStatus(422);
            }
            return show.page(preview, null);
        } catch (Refused refused) {
            return refused(refused, show, response);
        }
    }

    /** @param confirm does it, and answers where to go */
    public <P> String confirm(Supplier<String> confirm, Show<P> show, HttpServletResponse response) {
        try {
            return confirm.get();
        } catch (Refused refused) {
            return refused(refused, show, response);
        }
    }

    private static <P> String refused(Refused refused, Show<P> show, HttpServletResponse response) {
        response.setStatus(refused.status());
        return show.page(null, refused.problem());
    }
}
