package dev.sealpost.bench;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/**
 * A Cloud API that takes everything and remembers only how much and when. {@code GET /_stub/reset?delay=50} starts a count,
 * {@code GET /_stub} tells it.
 */
public final class Stub extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ANSWER =
            "{\"messaging_product\":\"whatsapp\",\"contacts\":[],\"messages\":[{\"id\":\"wamid.bench%d.%d\","
                    + "\"message_status\":\"accepted\"}]}";

    private final transient ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private transient volatile Tally tally = new Tally();
    private volatile int delayMillis;

    private Stub() {}

    public static void main(String[] arguments) throws IOException, LifecycleException {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("stub").toString());
        tomcat.setConnector(connector(arguments[0]));
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "stub", new Stub()).setAsyncSupported(true);
        context.addServletMappingDecoded("/*", "stub");
        tomcat.start();
        Console.print("ready");
        tomcat.getServer().await();
    }

    private static Connector connector(String port) {
        Connector connector = new Connector();
        connector.setPort(Integer.parseInt(port));
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxThreads", "8");
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.setProperty("keepAliveTimeout", "600000");
        return connector;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long number = tally.count(request.getInputStream().readAllBytes());
        String answer = ANSWER.formatted(System.nanoTime(), number);
        if (delayMillis == 0) {
            answer(response, answer);
        } else {
            AsyncContext context = request.startAsync();
            later.schedule(() -> answerAndComplete(context, answer), delayMillis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().endsWith("/reset")) {
            delayMillis = Integer.parseInt(request.getParameter("delay"));
            tally = new Tally();
        }
        answer(response, tally.toJson());
    }

    private static void answerAndComplete(AsyncContext context, String answer) {
        try {
            answer((HttpServletResponse) context.getResponse(), answer);
        } catch (IOException e) {
            Console.print("A client went away");
        } finally {
            context.complete();
        }
    }

    private static void answer(HttpServletResponse response, String answer) throws IOException {
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
