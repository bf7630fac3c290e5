package dev.clave.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clave.spi.DeadlineChannel;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Language;
import dev.clave.spi.Message;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.PinMessage;
import dev.clave.spi.Route;
import dev.clave.spi.Secret;
import dev.clave.spi.SendId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** The threads on which messages are handed over. */
class DeliveryThreadsTest {
    private static final DeliveryResult UNREACHABLE = DeliveryResult.refused(DeliveryResult.Reason.UNREACHABLE);
    private static final Message MESSAGE = new PinMessage(
            new SendId("0123456789abcdef0123456789abcdef"),
            PhoneNumber.of("+34600000001"),
            Language.ES,
            Secret.of("ABC234"),
            Secret.of("ABC234"),
            Instant.EPOCH);

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CompletableFuture<Thread> worker = new CompletableFuture<>();

    private static DeliveryThreads threads(Duration deadline, int most) {
        return new DeliveryThreads(new ClaveProperties.Delivery(deadline, most));
    }

    private DeliveryResult slowly(Message message) {
        worker.complete(Thread.currentThread());
        inside.countDown();
        try {
            return released.await(30, TimeUnit.SECONDS) ? DeliveryResult.accepted() : UNREACHABLE;
        } catch (InterruptedException stopped) {
            return UNREACHABLE;
        }
    }

    @Test
    void a_message_beyond_the_last_thread_is_not_sent_and_does_not_wait() throws Exception {
        DeliveryThreads threads = threads(Duration.ofSeconds(20), 1);
        DeliveryChannel channel = threads.within(this::slowly);
        CompletableFuture<DeliveryResult> first = CompletableFuture.supplyAsync(() -> channel.deliver(MESSAGE));
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(channel.deliver(MESSAGE)).isEqualTo(UNREACHABLE);
        released.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(DeliveryResult.accepted());
        assertThat(worker.join().getName()).isEqualTo("clave-delivery-1");
        assertThat(worker.join().isDaemon()).isTrue();
        threads.close();
    }

    @Test
    void what_is_on_its_way_when_the_application_stops_may_arrive() throws Exception {
        DeliveryThreads threads = threads(Duration.ofSeconds(20), 1);
        DeliveryChannel channel = threads.within(this::slowly);
        CompletableFuture<DeliveryResult> sent = CompletableFuture.supplyAsync(() -> channel.deliver(MESSAGE));
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        Thread closing = new Thread(threads::close);
        closing.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        released.countDown();
        assertThat(sent.get(20, TimeUnit.SECONDS)).isEqualTo(DeliveryResult.accepted());
        closing.join(20_000);
        assertThat(channel.deliver(MESSAGE)).isEqualTo(UNREACHABLE);
    }

    @Test
    void what_hangs_longer_than_the_deadline_does_not_keep_the_application_from_stopping() throws Exception {
        DeliveryThreads threads = threads(Duration.ofSeconds(1), 1);
        DeliveryChannel channel = threads.within(message -> {
            while (released.getCount() > 0) {
                slowly(message);
            }
            return UNREACHABLE;
        });
        CompletableFuture<DeliveryResult> sent = CompletableFuture.supplyAsync(() -> channel.deliver(MESSAGE));
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        threads.close();
        assertThat(sent.get(20, TimeUnit.SECONDS)).isEqualTo(DeliveryResult.refused(DeliveryResult.Reason.UNCONFIRMED));
        released.countDown();
    }

    @Test
    void a_channel_with_a_deadline_of_its_own_keeps_it() {
        DeliveryThreads threads = threads(Duration.ofSeconds(1), 1);
        DeliveryChannel own =
                new DeadlineChannel(this::slowly, Duration.ofSeconds(9), Executors.newSingleThreadExecutor());
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("own", own);
        assertThat(new Channels(beans, threads).byRoute())
                .hasEntrySatisfying(Route.SMS, channel -> assertThat(channel).isNotInstanceOf(DeadlineChannel.class));
        beans.destroySingletons();
        beans.registerSingleton("bare", (DeliveryChannel) this::slowly);
        assertThat(new Channels(beans, threads).byRoute())
                .hasEntrySatisfying(Route.SMS, channel -> assertThat(channel).isInstanceOf(DeadlineChannel.class));
        assertThat(threads(Duration.ZERO, 1).within(this::slowly)).isNotInstanceOf(DeadlineChannel.class);
    }

    @Test
    void they_end_with_the_application() {
        CompletableFuture<DeliveryThreads> threads = new CompletableFuture<>();
        Host.complete().run(context -> {
            threads.complete(context.getBean(DeliveryThreads.class));
            assertThat(threads.join()
                            .within(message -> DeliveryResult.accepted())
                            .deliver(MESSAGE))
                    .isEqualTo(DeliveryResult.accepted());
        });
        assertThat(threads.join().within(message -> DeliveryResult.accepted()).deliver(MESSAGE))
                .isEqualTo(UNREACHABLE);
    }

    @Test
    void numbers_out_of_bounds_are_told() {
        Host.complete()
                .withPropertyValues("clave.delivery.deadline=-1s", "clave.delivery.threads=0")
                .run(context -> assertThat(Host.told(context.getStartupFailure()))
                        .contains(
                                "clave.delivery.deadline is not within 0 and 5 minutes",
                                "clave.delivery.threads is 0"));
        Host.complete()
                .withPropertyValues("clave.delivery.deadline=300000d")
                .run(context ->
                        assertThat(Host.told(context.getStartupFailure())).contains("clave.delivery.deadline"));
    }
}
