package vn.dondoc.console.backend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.slf4j.MDC;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;

/** Several calls to services at the same time, each in the name and language of whoever makes the present request. */
public final class SideBySide {

    private SideBySide() {}

    /**
     * The answers in the order of the calls.
     *
     * @throws Refused where one of the calls is refused
     */
    public static <T> List<T> ask(Collection<Callable<T>> calls) {
        var language = LocaleContextHolder.getLocaleContext();
        var marks = Objects.requireNonNullElseGet(MDC.getCopyOfContextMap(), Map::<String, String>of);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = calls.stream().map(call -> executor.submit(new DelegatingSecurityContextCallable<T>(() -> {
                LocaleContextHolder.setLocaleContext(language);
                MDC.setContextMap(marks);
                return call.call();
            }))).toList();
            var answers = new ArrayList<T>();
            for (var one : asked) {
                answers.add(one.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
