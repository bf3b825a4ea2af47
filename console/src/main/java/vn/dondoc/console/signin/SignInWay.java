package vn.dondoc.console.signin;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A way to sign in, which adds itself to what guards the pages. */
public interface SignInWay {

    void open(HttpSecurity pages) throws Exception;
}
