package dev.ullage.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordFormsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user:ana@acme.example",
                "user:Ana.Lee+ml@acme.co.uk",
                "group:ml-team@acme.example",
                "serviceAccount:trainer@acme-ml.iam.gserviceaccount.com",
                "serviceAccount:123456789-compute@developer.gserviceaccount.com",
                "serviceAccount:acme-ml@appspot.gserviceaccount.com",
                "serviceAccount:service-123@gs-project-accounts.iam.gserviceaccount.com",
                "serviceAccount:acme-ml.svc.id.goog[training/fraud]",
                "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/subject/repo:acme/ml",
                "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/*",
                "principalSet://cloudresourcemanager.googleapis.com/projects/1/type/ServiceAccount"
            })
    void principals_as_google_cloud_writes_them_are_of_gcp(String principal) {
        assertThat(PrincipalForm.faultOf(principal)).isEmpty();
        assertThat(PrincipalForm.providerOf(principal)).isEqualTo(Provider.GCP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::111122223333:role/trainer",
                "arn:aws:iam::111122223333:role/ml/train_er+x=1,@.-",
                "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_ML_0123456789abcdef",
                "arn:aws:iam::111122223333:user/ci",
                "arn:aws:iam::111122223333:group/ml",
                "arn:aws:iam::111122223333:root",
                "arn:aws-us-gov:iam::111122223333:role/trainer",
                "arn:aws-cn:iam::111122223333:role/trainer"
            })
    void principals_as_aws_writes_them_are_of_aws(String principal) {
        assertThat(PrincipalForm.faultOf(principal)).isEmpty();
        assertThat(PrincipalForm.providerOf(principal)).isEqualTo(Provider.AWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "allAuthenticatedUsers",
                "user:",
                "user:ana",
                "user:ana@acme",
                "user:a@b@c.example",
                "serviceAccount:",
                "serviceAccount:x@y.gserviceaccount.com.evil.example",
                "serviceAccount:acme-ml.svc.id.goog[training]",
                "principal://evil.example/x",
                "principal://iam.googleapis.com/",
                "arn:aws:iam::111122223333:role/",
                "arn:aws:iam:us-east-1:111122223333:role/x",
                "arn:aws:iam::aws:policy/AmazonS3FullAccess",
                "arn:aws:iam::111122223333:role/x\narn:aws:iam::111122223333:role/y"
            })
    void anything_else_is_not_a_principal(String principal) {
        assertThat(PrincipalForm.faultOf(principal)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gs://acme-models/",
                "gs://acme_models/",
                "gs://models.acme.example/",
                "gs://acme-models/prod/",
                "gs://acme-models/prod/model.tflite",
                "gs://acme-models//odd//",
                "gs://acme-models/été 2026/?x=[1]/",
                "s3://acme-models/",
                "s3://acme.models/prod/a"
            })
    void a_place_is_a_bucket_and_a_prefix_or_an_object(String place) {
        assertThat(PlaceForm.faultOf(place)).isEmpty();
        assertThat(PlaceForm.providerOf(place)).isEqualTo(place.startsWith("gs") ? Provider.GCP : Provider.AWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gs://",
                "gs:///",
                "gs://acme-models",
                "GS://acme-models/",
                "gs:/acme-models/",
                "gs://-acme/",
                "gs://acme-/",
                "gs://acme..:models/",
                "gs://acme%2dmodels/",
                "gs://acme-models@evil/",
                "s3://acme_models/",
                "s3a://acme-models/",
                "https://storage.googleapis.com/acme-models/",
                "gs://acme-models/*",
                "gs://acme-models/a*b/"
            })
    void anything_else_is_not_a_place(String place) {
        assertThat(PlaceForm.faultOf(place)).isPresent();
    }

    @Test
    void an_object_name_has_at_most_1024_bytes() {
        assertThat(PlaceForm.faultOf("gs://acme-models/" + "é".repeat(512))).isEmpty();
        assertThat(PlaceForm.faultOf("gs://acme-models/" + "é".repeat(512) + "x"))
                .isPresent();
    }
}
