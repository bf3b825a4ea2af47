package vn.dondoc.notification.channel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SmtpUrlTest {

    @Test
    void a_server_with_and_without_port_and_credentials() {
        assertThat(SmtpUrl.parse("smtp://127.0.0.1:2525")).isEqualTo(new SmtpUrl(false, "127.0.0.1", 2525, null, null));
        assertThat(SmtpUrl.parse("smtp://mail.example")).isEqualTo(new SmtpUrl(false, "mail.example", 25, null, null));
        assertThat(SmtpUrl.parse("smtps://dondoc:p%40ss+1@mail.example"))
                .isEqualTo(new SmtpUrl(true, "mail.example", 465, "dondoc", "p@ss+1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example:25", "http://mail.example", "smtp://", "smtp://user@mail.example", "smtp://a b"})
    void anything_else_is_refused_without_repeating_it(String url) {
        assertThatThrownBy(() -> SmtpUrl.parse(url)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SMTP_URL").hasMessageNotContainingAny("mail.example", "a b");
    }

    @Test
    void the_password_is_never_printed() {
        assertThat(SmtpUrl.parse("smtps://dondoc:" + "secret" + "@mail.example").toString()).doesNotContain("secret");
    }
}
