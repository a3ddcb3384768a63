create index on trail (actor, reference) where what = 'onboardingRequested';
