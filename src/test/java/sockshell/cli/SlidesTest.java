package sockshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The programs of the slides, line by line as they are printed there. */
class SlidesTest {
    private static final String TCP =
            """
            srv> from socket import *
            srv> serverPort = 0
            srv> serverSocket = socket(AF_INET,SOCK_STREAM)
            srv> serverSocket.bind(('',serverPort))
            srv> serverSocket.listen(1)
            srv> serverSocket.getsockname()
            srv= 0.0.0.0:<p=12000>
            srv> print 'The server is ready to receive'
            srv> connectionSocket, addr = serverSocket.accept()
            cli> from socket import *
            cli> serverName = 'localhost'
            cli> serverPort = <p>
            cli> clientSocket = socket(AF_INET, SOCK_STREAM)
            cli> clientSocket.connect((serverName,serverPort))
            cli> sentence = raw_input('Input lowercase sentence:')
            hello
            cli> clientSocket.send(sentence.encode())
            srv> sentence = connectionSocket.recv(1024).decode()
            srv> capitalizedSentence = sentence.upper()
            srv> connectionSocket.send(capitalizedSentence.encode())
            srv> connectionSocket.close()
            cli> modifiedSentence = clientSocket.recv(1024)
            cli> print ('From Server:', modifiedSentence.decode())
            cli> clientSocket.close()
            """;

    private static final String UDP =
            """
            srv> from socket import *
            srv> serverSocket = socket(AF_INET, SOCK_DGRAM)
            srv> serverSocket.bind(('', 0))
            srv> serverSocket.getsockname()
            srv= 0.0.0.0:<p=12000>
            srv> print ("The server is ready to receive")
            srv> message, clientAddress = serverSocket.recvfrom(2048)
            cli> serverName = 'localhost'
            cli> serverPort = <p>
            cli> clientSocket = socket(AF_INET, SOCK_DGRAM)
            cli> message = input('Input lowercase sentence:')
            hello
            cli> clientSocket.sendto(message.encode(),(serverName, serverPort))
            srv> modifiedMessage = message.decode().upper()
            srv> serverSocket.sendto(modifiedMessage.encode(), clientAddress)
            cli> modifiedMessage, serverAddress = clientSocket.recvfrom(2048)
            cli> print (modifiedMessage.decode())
            cli> clientSocket.close()
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private String run(String script) {
        Main.Terminal terminal =
                new Main.Terminal(
                        new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(Main.run(new String[] {"-"}, terminal)).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_server_and_the_client_over_TCP_run_as_printed() {
        assertThat(run(TCP))
                .contains("srv: The server is ready to receive", "srv* accept")
                .contains("cli: From Server: HELLO");
    }

    @Test
    void the_server_and_the_client_over_UDP_run_as_printed() {
        assertThat(run(UDP)).contains("srv* recvfrom", "cli: HELLO");
    }

    @Test
    void the_byte_order_of_the_slides_is_the_machines() {
        assertThat(run("x = 10\ny = htonl(x)\nhex(\"\")\ny")).endsWith("main= 167772160\n");
    }
}
