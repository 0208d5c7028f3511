package sockshell.sys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteOrdersTest {

    /** What C gives on x86-64 and on aarch64. */
    @Nested
    class OnALittleEndianMachine {
        @BeforeEach
        void littleEndian() {
            assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
        }

        @ParameterizedTest
        @CsvSource({
            "0, 0",
            "1, 256",
            "255, 65280",
            "256, 1",
            "12000, 57390",
            "80, 20480",
            "65535, 65535",
            "32768, 128",
        })
        void htons_swaps_two_bytes(long host, int network) {
            assertThat(ByteOrders.htons(host)).isEqualTo(network);
        }

        @ParameterizedTest
        @CsvSource({"70000, 28689", "65536, 0", "-1, 65535", "-2, 65279", "4294967297, 256"})
        void htons_cuts_to_16_bits_first(long host, int network) {
            assertThat(ByteOrders.htons(host)).isEqualTo(network);
        }

        @ParameterizedTest
        @CsvSource({
            "0, 0",
            "1, 16777216",
            "16777216, 1",
            "2130706433, 16777343",
            "3232235777, 16885952",
            "4294967295, 4294967295",
            "255, 4278190080",
        })
        void htonl_swaps_four_bytes(long host, long network) {
            assertThat(ByteOrders.htonl(host)).isEqualTo(network);
        }

        @ParameterizedTest
        @CsvSource({"4294967296, 0", "4294967297, 16777216", "-1, 4294967295", "-2, 4278190079"})
        void htonl_cuts_to_32_bits_first(long host, long network) {
            assertThat(ByteOrders.htonl(host)).isEqualTo(network);
        }
    }

    @Test
    void in_memory_the_first_byte_is_the_highest() {
        ByteBuffer memory = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder());
        memory.putInt(0, (int) ByteOrders.htonl(0x01020304));
        assertThat(memory.array()).containsExactly(1, 2, 3, 4);
        memory.putShort(0, (short) ByteOrders.htons(0x0506));
        assertThat(memory.array()).startsWith(5, 6);
    }

    @Test
    void there_and_back_is_the_number_again() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            int any = random.nextInt();
            long unsigned = Integer.toUnsignedLong(any);
            assertThat(ByteOrders.ntohl(ByteOrders.htonl(any))).isEqualTo(unsigned);
            assertThat(ByteOrders.ntohs(ByteOrders.htons(any))).isEqualTo(any & 0xffff);
        }
    }
}
