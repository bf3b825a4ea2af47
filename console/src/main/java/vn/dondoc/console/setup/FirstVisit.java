package vn.dondoc.console.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Leads to the set-up instead of a sign-in at which nobody could sign in yet. */
@Component
class FirstVisit implements WebMvcConfigurer {

    private final SetupCalls calls;

    FirstVisit(SetupCalls calls) {
        this.calls = calls;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
                if (!request.getMethod().equals("GET") || !calls.isOpen()) {
                    return true;
                }
                response.sendRedirect(request.getContextPath() + "/setup");
                return false;
            }
        }).addPathPatterns("/sign-in");
    }
}
