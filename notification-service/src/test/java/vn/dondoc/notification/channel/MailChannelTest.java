package vn.dondoc.notification.channel;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailChannelTest {

    private static final Letter LETTER = new Letter(
            "c7e18a4f60d34b2999f5a1b0e8d7c634", "phong@xa.example", "Quá hạn 1 ngày: Số hóa hồ sơ", "Đề nghị hoàn thành", "<p>Đề nghị</p>", true);

    @Test
    void a_letter_arrives_in_vietnamese_as_text_and_as_html() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var answer = channel(server.getSmtp().getPort()).send(LETTER);
            assertThat(answer).isEqualTo(new Answer.Taken());
            var arrived = server.getReceivedMessages()[0];
            assertThat(arrived.getSubject()).isEqualTo(LETTER.subject());
            assertThat(arrived.getMessageID()).isEqualTo("<" + LETTER.id() + "@dondoc.example>");
            assertThat(arrived.getFrom()[0].toString()).contains("no-reply@dondoc.example");
            assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(arrived.getHeader("X-Priority")).containsExactly("1");
            var alternatives = (MimeMultipart) ((MimeMultipart) ((MimeMultipart) arrived.getContent()).getBodyPart(0).getContent())
                    .getBodyPart(0).getContent();
            assertThat(alternatives.getBodyPart(0).getContent().toString().strip()).isEqualTo("Đề nghị hoàn thành");
            assertThat(alternatives.getBodyPart(1).getContent().toString().strip()).isEqualTo("<p>Đề nghị</p>");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_refused_mailbox_is_refused_for_good() throws Exception {
        assertThat(answered(Map.of("RCPT", "550 5.1.1 unknown"))).isEqualTo(new Answer.Refused("MAILBOX_REFUSED"));
        assertThat(answered(Map.of(".", "554 5.6.0 rejected"))).isEqualTo(new Answer.Refused("LETTER_REFUSED"));
    }

    @Test
    void what_passes_is_tried_again() throws Exception {
        assertThat(answered(Map.of("RCPT", "452 4.2.2 full"))).isEqualTo(new Answer.Away("MAILBOX_BUSY", false, null));
        assertThat(answered(Map.of(".", "451 4.3.0 later"))).isEqualTo(new Answer.Away("MAIL_SERVER_AWAY"));
        assertThat(answered(Map.of("EHLO", "421 busy", "HELO", "421 busy"))).isEqualTo(new Answer.Away("MAIL_SERVER_AWAY"));
    }

    @Test
    void what_the_operator_must_mend_waits_for_the_operator() throws Exception {
        assertThat(answered(Map.of("MAIL", "550 5.7.1 sender"))).isEqualTo(new Answer.Away("SENDER_REFUSED"));
    }

    @Test
    void a_server_that_is_down_is_away() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(channel(port).send(LETTER)).isEqualTo(new Answer.Away("MAIL_SERVER_AWAY"));
    }

    @Test
    void an_impossible_mailbox_is_refused_here() throws Exception {
        var letter = new Letter("c7", "không phải địa chỉ", "s", "t", "h", false);
        assertThat(channel(1).send(letter)).isEqualTo(new Answer.Refused("MAILBOX_INVALID"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "smtps"})
    void nothing_waits_for_more_to_be_sent_with_it(String protocol) throws Exception {
        var factory = ChannelConfiguration.senderTo(SmtpUrl.parse(protocol + "://mail.example")).getJavaMailProperties().get("mail." + protocol + ".socketFactory");
        try (var socket = ((SocketFactory) factory).createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void a_letter_arrives_over_tls() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.start();
        try {
            var url = SmtpUrl.parse("smtps://127.0.0.1:" + server.getSmtps().getPort());
            var trusting = ChannelConfiguration.senderTo(url);
            trusting.getJavaMailProperties().setProperty("mail.smtps.ssl.trust", "127.0.0.1");
            trusting.getJavaMailProperties().setProperty("mail.smtps.ssl.checkserveridentity", "false");
            assertThat(new MailChannel(trusting, "no-reply@dondoc.example").send(LETTER)).isEqualTo(new Answer.Taken());
            assertThat(server.getReceivedMessages()).hasSize(1);
            // GreenMail waits half a minute for whoever keeps a connection
            trusting.closeIdle();
        } finally {
            server.stop();
        }
    }

    private static Answer answered(Map<String, String> instead) throws IOException {
        try (var server = new PlainMailServer(command -> instead.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 ok"))) {
            return channel(server.port()).send(LETTER);
        }
    }

    private static MailChannel channel(int port) {
        return new MailChannel(
                ChannelConfiguration.senderTo(SmtpUrl.parse("smtp://127.0.0.1:" + port)), "no-reply@dondoc.example");
    }
}
