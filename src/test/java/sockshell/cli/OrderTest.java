package sockshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The same script gives the same transcript each time, while both processors are busy with other
 * things. {@code mvn test -Dtest=OrderTest -Dtimes=1000} repeats it so often.
 */
class OrderTest {
    private static final int TIMES = Integer.getInteger("times", 200);

    private static final String SCRIPT =
            """
            srv> l = socket(AF_INET, SOCK_STREAM); bind(l, "127.0.0.1", 0); listen(l, 5)
            srv> getsockname(l)
            srv= 127.0.0.1:<p=1>
            srv> loop {
              c, who = accept(l)
              fork {
                close(l)
                loop {
                  m = recv(c, 100)
                  if m == "" { break }
                  print("got", m)
                  send(c, upper(m))
                }
                print("bye")
              }
              close(c)
            }
            ann> a = socket(AF_INET, SOCK_STREAM); connect a 127.0.0.1:<p>
            bob> b = socket(AF_INET, SOCK_STREAM); connect b 127.0.0.1:<p>
            bob> x = recv(b, 100)
            ann> send(a, "from ann")
            ann> recv(a, 100, MSG_WAITALL)
            cat> c = socket(AF_INET, SOCK_STREAM); connect c 127.0.0.1:<p>
            cat> poll([(c, POLLIN)], -1)
            dog> send(3, "nothing")
            /interrupt ann
            /interrupt cat
            /interrupt bob
            eve> u = socket(AF_INET, SOCK_DGRAM); bind(u, "127.0.0.1", 0); v = fork()
            eve.1> q = getsockname(u)
            eve> recvfrom(u, 100, MSG_TRUNC) == 0
            eve.1> sendto(u, "to myself", q)
            ann> shutdown(a, SHUT_WR)
            cat> send(c, "meow")
            bob> close(b)
            cat> close(c)
            ann> close(a)
            """;

    @Test
    void the_same_script_gives_the_same_transcript_every_time() {
        AtomicBoolean done = new AtomicBoolean();
        List<Thread> busy =
                IntStream.range(0, Runtime.getRuntime().availableProcessors())
                        .mapToObj(_ -> Thread.ofPlatform().daemon().start(() -> spin(done)))
                        .toList();
        try {
            String first = run();
            assertThat(first).contains("srv.1: got from ann", "cat= -1 EINTR", "srv.2: bye");
            for (int i = 1; i < TIMES; i++) {
                assertThat(run()).as("run %d", i).isEqualTo(first);
            }
        } finally {
            done.set(true);
            assertThat(busy).isNotEmpty();
        }
    }

    private static void spin(AtomicBoolean done) {
        while (!done.get()) {
            Thread.onSpinWait();
        }
    }

    /** Ports and processes have other numbers each time. */
    private static String run() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        byte[] script = SCRIPT.getBytes(StandardCharsets.UTF_8);
        String[] arguments = {"-", "--deadline", "0"};
        Main.run(arguments, new Main.Terminal(new ByteArrayInputStream(script), both, both));
        return out.toString(StandardCharsets.UTF_8)
                .replaceAll("127.0.0.1:[0-9]+", "127.0.0.1:PORT")
                .replaceAll("(?m)^(\\w+)= [0-9]{2,}$", "$1= PID");
    }
}
