//! Pages and items, one after the other.

use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::answer::{Answer, RawAnswer};
use super::connection::Client;
use super::error::Error;
use super::link::own_origin;
use super::plan::Prepared;
use super::request::Request;
use super::send::execute;
use crate::{Collection, Element};

/// The pages of a collection. Use it as a [`Stream`], or call [`Pages::next_page`].
///
/// Links to the next page are followed as they were sent, but only to the client's own host. After an error the stream ends; the page
/// that failed can be asked for again with [`Pages::next_link`] and [`Request::resume`].
#[must_use = "streams do nothing unless polled"]
pub struct Pages<T> {
    state: State,
    next_link: Option<String>,
    delta_link: Option<String>,
    answer: std::marker::PhantomData<fn() -> T>,
}

enum State {
    /// The error of a request that cannot be made.
    Broken(Error),
    /// The next request.
    Ready(Client, Box<Prepared>),
    /// The answer to come.
    Waiting(Client, Box<Prepared>, Pending),
    /// Nothing more.
    Done,
}

type Pending = Pin<Box<dyn Future<Output = Result<RawAnswer, Error>> + Send>>;

impl<T: Element> Request<Collection<T>> {
    /// The pages, one request each.
    pub fn pages(self) -> Pages<T> {
        let state = match self.into_parts() {
            Ok((client, plan)) => State::Ready(client, Box::new(plan)),
            Err(error) => State::Broken(error),
        };
        Pages {
            state,
            next_link: None,
            delta_link: None,
            answer: std::marker::PhantomData,
        }
    }

    /// The elements of all pages.
    pub fn items(self) -> Items<T> {
        Items {
            pages: self.pages(),
            ready: VecDeque::new(),
        }
    }
}

impl<T> Pages<T> {
    /// Where the next page is, to go on later with [`Request::resume`]; `None` before the first page and after the last one.
    pub fn next_link(&self) -> Option<&str> {
        self.next_link.as_deref()
    }

    /// Where to ask for changes later; known after the last page of a delta query.
    pub fn delta_link(&self) -> Option<&str> {
        self.delta_link.as_deref()
    }
}

impl<T: Element> Pages<T> {
    /// The next page; `None` after the last one.
    pub async fn next_page(&mut self) -> Option<Result<Collection<T>, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Decides what comes after a page. A link that is not followed is an error, but one after the page that has it.
    fn follow(&mut self, client: Client, mut plan: Box<Prepared>, page: &Collection<T>) {
        self.next_link.clone_from(&page.next_link);
        self.delta_link.clone_from(&page.delta_link);
        let Some(link) = &page.next_link else { return };
        if let Err(error) = next(&client, &plan, link) {
            self.state = State::Broken(error.at(&plan.endpoint));
        } else {
            plan.url.clone_from(link);
            plan.only_read();
            self.state = State::Ready(client, plan);
        }
    }
}

/// Whether a link leads on.
fn next(client: &Client, plan: &Prepared, link: &str) -> Result<(), Error> {
    own_origin(client.base_url(), link)?;
    if link == plan.url {
        return Err(Error::link(format!("the next page is the same page again: {link}")));
    }
    Ok(())
}

impl<T: Element> Stream for Pages<T> {
    type Item = Result<Collection<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            match std::mem::replace(&mut this.state, State::Done) {
                State::Done => return Poll::Ready(None),
                State::Broken(error) => return Poll::Ready(Some(Err(error))),
                State::Ready(client, plan) => {
                    let (sender, request) = (client.clone(), plan.clone());
                    let answer = Box::pin(async move { execute(&sender, &request).await });
                    this.state = State::Waiting(client, plan, answer);
                }
                State::Waiting(client, plan, mut answer) => {
                    let Poll::Ready(answer) = answer.as_mut().poll(context) else {
                        this.state = State::Waiting(client, plan, answer);
                        return Poll::Pending;
                    };
                    let page = answer.and_then(Collection::<T>::from_answer);
                    if let Ok(page) = &page {
                        this.follow(client, plan, page);
                    }
                    return Poll::Ready(Some(page));
                }
            }
        }
    }
}

/// The elements of all pages of a collection. Use it as a [`Stream`], or call [`Items::next_item`].
#[must_use = "streams do nothing unless polled"]
pub struct Items<T> {
    pages: Pages<T>,
    ready: VecDeque<T>,
}

impl<T> Items<T> {
    /// Where the next page is, to go on later with [`Request::resume`]. Items of the page before it may still be to come.
    pub fn next_link(&self) -> Option<&str> {
        self.pages.next_link()
    }

    /// Where to ask for changes later; known after the last item of a delta query.
    pub fn delta_link(&self) -> Option<&str> {
        self.pages.delta_link()
    }
}

impl<T: Element> Items<T> {
    /// The next element; `None` after the last one.
    pub async fn next_item(&mut self) -> Option<Result<T, Error>>
    where
        T: Unpin,
    {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<T: Element + Unpin> Stream for Items<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if let Some(item) = this.ready.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut this.pages).poll_next(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(page)) => this.ready.extend(page),
            }
        }
    }
}
