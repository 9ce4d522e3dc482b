package dev.ullage.planted.collectors.exports;

import com.google.cloud.planted.CloudClient;

record CallsACloud(CloudClient client) {}
