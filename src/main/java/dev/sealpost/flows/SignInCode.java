package dev.sealpost.flows;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Sends people the code they sign in with. Only the code leaves; after five minutes it is not worth sending any more. */
@Component
class SignInCode extends RouteBuilder {

    @Override
    public void configure() {
        from("kamelet:rest-intake")
                .routeId("sign-in-code")
                .routeDescription("Sends a person the code to sign in with.")
                .routeConfigurationId("deliver-with-retry")
                .to("kamelet:receive?event=sign-in-code&id=$.requestId&phone=$.phone")
                .to("kamelet:require-consent?purpose=sign-in-codes")
                .to("kamelet:minimise")
                .to("kamelet:seal")
                .to("kamelet:deliver?template=sign_in_code");
    }
}
